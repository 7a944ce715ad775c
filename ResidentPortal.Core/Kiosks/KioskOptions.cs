using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Kiosks;

/// <summary>Assisted mode at kiosks (section <c>Kiosks</c>).</summary>
public sealed class KioskOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Kiosks";

    /// <summary>Whether there is assisted mode at all. Off, none of its addresses exists.</summary>
    public bool Enabled { get; set; }

    /// <summary>Minutes for which an enrolment code may be used.</summary>
    [Range(5, 15, ErrorMessage = "must be between 5 and 15 minutes.")]
    public int EnrolmentMinutes { get; set; } = 15;

    /// <summary>Days for which a device is enrolled.</summary>
    [Range(1, 180, ErrorMessage = "must be between 1 and 180 days.")]
    public int DeviceDays { get; set; } = 180;

    /// <summary>Minutes for which a proof of the device's key holds. The page proves it again a minute before.</summary>
    [Range(2, 5, ErrorMessage = "must be between 2 and 5 minutes.")]
    public int ProofMinutes { get; set; } = 5;

    /// <summary>The time zone of the country's centres (IANA): operators' hours are on its clock.</summary>
    [TimeZoneName]
    public string TimeZone { get; set; } = "UTC";

    /// <summary>Minutes for which the consent of a resident holds.</summary>
    [Range(5, 20, ErrorMessage = "must be between 5 and 20 minutes.")]
    public int VisitMinutes { get; set; } = 20;

    /// <summary>Minutes for which the short link to the resident's view may be opened.</summary>
    [Range(2, 10, ErrorMessage = "must be between 2 and 10 minutes.")]
    public int LinkMinutes { get; set; } = 5;

    /// <summary>Seconds without a touch after which the resident is asked whether they are there; it is blurred and ended after that.</summary>
    [Range(30, 60, ErrorMessage = "must be between 30 and 60 seconds.")]
    public int AskSeconds { get; set; } = 45;

    /// <summary>Seconds without a touch after which the resident's view is blurred.</summary>
    [Range(60, 90, ErrorMessage = "must be between 60 and 90 seconds.")]
    public int BlurSeconds { get; set; } = 75;

    /// <summary>Seconds without a touch after which the operator's view is blurred.</summary>
    [Range(30, 60, ErrorMessage = "must be between 30 and 60 seconds.")]
    public int DeskBlurSeconds { get; set; } = 60;

    /// <summary>Seconds without a touch after which either view ends.</summary>
    [Range(90, 120, ErrorMessage = "must be between 90 and 120 seconds.")]
    public int EndSeconds { get; set; } = 120;

    /// <summary>By how much the times of a resident are longer who needs more.</summary>
    [Range(2, 5, ErrorMessage = "must be between 2 and 5.")]
    public int SlowFactor { get; set; } = 3;

    /// <summary>How many codes may be sent to one resident in ten minutes of visits.</summary>
    [Range(4, 20, ErrorMessage = "must be between 4 and 20.")]
    public int CodesPerTenMinutes { get; set; } = 10;
}

/// <summary>A text that is the name of a time zone.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeZoneNameAttribute() : ValidationAttribute("must be the name of a time zone, like Africa/Casablanca.")
{
    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is string name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
}
