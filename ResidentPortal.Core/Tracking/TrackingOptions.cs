using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Tracking;

/// <summary>Numbers for tracking (section <c>Tracking</c>).</summary>
public sealed class TrackingOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Tracking";

    /// <summary>How many look-ups one network may make in ten minutes.</summary>
    [Range(1, 1000000, ErrorMessage = "must be between 1 and 1000000.")]
    public int NetworkLookUpsPerTenMinutes { get; set; } = 120;
}
