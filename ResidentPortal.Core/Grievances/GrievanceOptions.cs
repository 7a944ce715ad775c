using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Grievances;

/// <summary>Who answers reported problems, and within which time (section <c>Grievances</c>).</summary>
public sealed class GrievanceOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Grievances";

    /// <summary>Within how many days residents are told to have an answer.</summary>
    [Range(1, 90, ErrorMessage = "must be between 1 and 90.")]
    public int AnswerDays { get; set; } = 7;

    /// <summary>How many problems one person may report in a day.</summary>
    [Range(1, 100, ErrorMessage = "must be between 1 and 100.")]
    public int ReportsPerDay { get; set; } = 5;

    /// <summary>The e-mail address of the desk that answers. Without it reports wait for the command <c>grievances list</c>.</summary>
    [EmailAddress(ErrorMessage = "must be an e-mail address.")]
    public string? DeskEmail { get; set; }
}
