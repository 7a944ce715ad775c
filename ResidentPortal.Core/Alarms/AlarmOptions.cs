using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Alarms;

/// <summary>How long "This was not me" can be pressed (section <c>Alarms</c>).</summary>
public sealed class AlarmOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Alarms";

    /// <summary>For how many days the link in a message works.</summary>
    [Range(1, 30, ErrorMessage = "must be between 1 and 30 days.")]
    public int Days { get; set; } = 10;
}
