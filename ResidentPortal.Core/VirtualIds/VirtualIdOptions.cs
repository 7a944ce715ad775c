using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>What the portal does about VIDs of its own accord (section <c>VirtualIds</c>).</summary>
public sealed class VirtualIdOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "VirtualIds";

    /// <summary>For how many hours the link to a VID works that the platform made by itself.</summary>
    [Range(1, 72, ErrorMessage = "must be between 1 and 72 hours.")]
    public int LinkHours { get; set; } = 24;

    /// <summary>How often one person may ask in an hour whether a number that is none of theirs is a VID.</summary>
    [Range(1, 100, ErrorMessage = "must be between 1 and 100.")]
    public int OthersPerHour { get; set; } = 10;

    /// <summary>The path before the token in a link. The portal gives it.</summary>
    internal string LinkPath { get; set; } = string.Empty;

    /// <summary>What the portal tells the core of itself: where a link leads.</summary>
    public void SetPortal(string linkPath) => LinkPath = linkPath;
}
