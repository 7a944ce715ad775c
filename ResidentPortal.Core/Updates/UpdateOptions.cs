using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Updates;

/// <summary>Numbers for updates of data (section <c>Updates</c>).</summary>
public sealed class UpdateOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Updates";

    /// <summary>For how many days answers are kept after the last change.</summary>
    [Range(1, 90, ErrorMessage = "must be between 1 and 90 days.")]
    public int DraftDays { get; set; } = 30;

    /// <summary>For how many days papers are kept after they were sent.</summary>
    [Range(1, 30, ErrorMessage = "must be between 1 and 30 days.")]
    public int PaperDays { get; set; } = 7;

    /// <summary>After how many wrong resume codes in a day a person's draft stays closed on other devices for <see cref="ResumePauseMinutes"/>.</summary>
    [Range(1, 20, ErrorMessage = "must be between 1 and 20.")]
    public int WrongResumeCodesPerDay { get; set; } = 5;

    /// <summary>How many minutes it stays closed.</summary>
    [Range(1, 1440, ErrorMessage = "must be between 1 and 1440 minutes.")]
    public int ResumePauseMinutes { get; set; } = 30;

    /// <summary>For how many hours papers are kept that were sent ahead of an update.</summary>
    [Range(1, 168, ErrorMessage = "must be between 1 and 168 hours.")]
    public int UploadHours { get; set; } = 24;

    /// <summary>How many papers a person may have sent ahead at a time.</summary>
    [Range(1, 100, ErrorMessage = "must be between 1 and 100.")]
    public int UploadsPerPerson { get; set; } = 20;
}
