using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Otp;

/// <summary>Numbers for one-time codes (section <c>Otp</c>). A profile for load may raise a limit within its range; none can be switched off.</summary>
public sealed class OtpOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Otp";

    /// <summary>How long a code may be entered, in seconds: the platform's <c>mosip.kernel.otp.expiry-time</c>, at most ten minutes.</summary>
    [Range(30, 600, ErrorMessage = "must be between 30 and 600 seconds.")]
    public int LifeSeconds { get; set; } = 180;

    /// <summary>How many wrong tries a code allows. The platform freezes a person at the fifth, so the portal never sends one.</summary>
    [Range(1, 4, ErrorMessage = "must be between 1 and 4: the platform freezes the person at the fifth wrong try.")]
    public int TriesPerCode { get; set; } = 4;

    /// <summary>The shortest time between two codes for one number, in seconds.</summary>
    [Range(1, 600, ErrorMessage = "must be between 1 and 600 seconds.")]
    public int SendGapSeconds { get; set; } = 30;

    /// <summary>How many codes one number is sent in ten minutes.</summary>
    [Range(1, 1000, ErrorMessage = "must be between 1 and 1000.")]
    public int SendsPerTenMinutes { get; set; } = 3;

    /// <summary>How many codes one number is sent in a day.</summary>
    [Range(1, 10000, ErrorMessage = "must be between 1 and 10000.")]
    public int SendsPerDay { get; set; } = 10;

    /// <summary>How many codes programs may have sent to one person in ten minutes: they ask for one with each act.</summary>
    [Range(1, 1000, ErrorMessage = "must be between 1 and 1000.")]
    public int ProgramSendsPerTenMinutes { get; set; } = 10;

    /// <summary>How many codes programs may have sent to one person in a day.</summary>
    [Range(1, 10000, ErrorMessage = "must be between 1 and 10000.")]
    public int ProgramSendsPerDay { get; set; } = 50;

    /// <summary>How many codes are asked for from one network in ten minutes.</summary>
    [Range(1, 1000000, ErrorMessage = "must be between 1 and 1000000.")]
    public int NetworkSendsPerTenMinutes { get; set; } = 60;

    /// <summary>How many codes the portal has sent in a minute in all; beyond it, it stops and raises an alarm.</summary>
    [Range(1, 10000000, ErrorMessage = "must be between 1 and 10000000.")]
    public int NationalSendsPerMinute { get; set; } = 3000;

    /// <summary>How many wrong codes from one device in a day make it pause.</summary>
    [Range(1, 1000, ErrorMessage = "must be between 1 and 1000.")]
    public int DeviceWrongPerDay { get; set; } = 10;

    /// <summary>How many wrong codes from one network in a day make it pause.</summary>
    [Range(1, 1000000, ErrorMessage = "must be between 1 and 1000000.")]
    public int NetworkWrongPerDay { get; set; } = 300;

    /// <summary>How long the pause is, in minutes.</summary>
    [Range(1, 1440, ErrorMessage = "must be between 1 and 1440 minutes.")]
    public int PauseMinutes { get; set; } = 30;

    /// <summary>How many codes one person is sent in ten minutes of visits at kiosks: <c>Kiosks:CodesPerTenMinutes</c>.</summary>
    internal int VisitSendsPerTenMinutes { get; private set; } = 10;

    /// <summary>Takes what is set for kiosks.</summary>
    internal void SetVisits(int sendsPerTenMinutes) => VisitSendsPerTenMinutes = sendsPerTenMinutes;
}
