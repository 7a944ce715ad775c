using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Sessions;

/// <summary>A sign-in. The row is stable; the token in the cookie changes at sign-in and at every fresh code, and only its hash stands here.</summary>
public sealed class SessionRow
{
    [Key]
    public required Guid Id { get; init; }

    [MaxLength(64)]
    public required string TokenKey { get; set; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    /// <summary>The UIN, sealed.</summary>
    [MaxLength(400)]
    public required string SealedUin { get; init; }

    /// <summary>The UIN or VID that was signed in with, sealed: codes are asked for with the same.</summary>
    [MaxLength(400)]
    public required string SealedIndividualId { get; init; }

    [MaxLength(3)]
    public required string Language { get; set; }

    /// <summary>The channel the sign-in code came by.</summary>
    public required Otp.OtpChannel Channel { get; init; }

    /// <summary>"This is not my phone": shorter times, nothing left behind.</summary>
    public required bool IsSharedDevice { get; init; }

    public required DateTimeOffset SignedInAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When a code was last entered.</summary>
    public required DateTimeOffset CodeEnteredAt { get; set; }

    /// <summary>The family of the browser, as it names itself; never its whole name, by which people could be told apart.</summary>
    [MaxLength(32)]
    public string? Browser { get; init; }

    /// <summary>The family of the system it runs on.</summary>
    [MaxLength(32)]
    public string? System { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public SessionEnd? End { get; set; }
}

/// <summary>Why a sign-in ended.</summary>
public enum SessionEnd
{
    /// <summary>The resident signed out.</summary>
    SignedOut,

    /// <summary>Nothing happened for the idle time.</summary>
    Away,

    /// <summary>The longest time a sign-in may last is over.</summary>
    TotalTime,

    /// <summary>A newer sign-in took its place: there may be only so many.</summary>
    Replaced,

    /// <summary>Its owner ended it from another sign-in, or pressed "This was not me".</summary>
    EndedElsewhere,

    /// <summary>The staff of the authority ended it.</summary>
    EndedByStaff,
}
