using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Sessions;

/// <summary>How long a sign-in lasts (section <c>Sessions</c>).</summary>
public sealed class SessionOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Sessions";

    /// <summary>Minutes without an act of the resident after which a sign-in ends.</summary>
    [Range(2, 15, ErrorMessage = "must be between 2 and 15 minutes.")]
    public int IdleMinutes { get; set; } = 15;

    /// <summary>The same on a device that is not the resident's own.</summary>
    [Range(2, 15, ErrorMessage = "must be between 2 and 15 minutes.")]
    public int SharedIdleMinutes { get; set; } = 5;

    /// <summary>Minutes after which a sign-in ends in any case.</summary>
    [Range(5, 60, ErrorMessage = "must be between 5 and 60 minutes.")]
    public int TotalMinutes { get; set; } = 60;

    /// <summary>Minutes for which an entered code counts as fresh for sensitive acts.</summary>
    [Range(1, 5, ErrorMessage = "must be between 1 and 5 minutes.")]
    public int FreshMinutes { get; set; } = 5;

    /// <summary>How many sign-ins one person may have at a time; the oldest makes room for a new one.</summary>
    [Range(1, 3, ErrorMessage = "must be between 1 and 3.")]
    public int MostPerPerson { get; set; } = 3;
}
