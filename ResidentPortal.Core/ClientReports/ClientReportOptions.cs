using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.ClientReports;

/// <summary>How much of what clients report is written down (section <c>ClientReports</c>).</summary>
public sealed class ClientReportOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "ClientReports";

    /// <summary>How many reports from one network are written down in ten minutes.</summary>
    [Range(1, 100000, ErrorMessage = "must be between 1 and 100000.")]
    public int NetworkPerTenMinutes { get; set; } = 120;

    /// <summary>How many reports are written down in a minute in all.</summary>
    [Range(1, 100000, ErrorMessage = "must be between 1 and 100000.")]
    public int NationalPerMinute { get; set; } = 600;
}
