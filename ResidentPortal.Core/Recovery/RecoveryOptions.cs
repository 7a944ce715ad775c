using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Recovery;

/// <summary>How lost numbers are found (section <c>Recovery</c>).</summary>
public sealed class RecoveryOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Recovery";

    /// <summary>For how many hours the link to a lost number works.</summary>
    [Range(1, 72, ErrorMessage = "must be between 1 and 72 hours.")]
    public int LinkHours { get; set; } = 24;

    /// <summary>The path before the token in a link. The portal gives it.</summary>
    internal string LinkPath { get; set; } = string.Empty;

    /// <summary>What the portal tells the core of itself: where a link leads.</summary>
    public void SetPortal(string linkPath) => LinkPath = linkPath;
}
