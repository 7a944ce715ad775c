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

    /// <summary>The channel the sign-in code came by; where somebody else proved the person, the one that codes go to first.</summary>
    public required Otp.OtpChannel Channel { get; init; }

    /// <summary>What the person allowed where somebody else proved them, with spaces between; null after a code of the portal's own, which allows everything.</summary>
    [MaxLength(400)]
    public string? Allowed { get; init; }

    /// <summary>The visit at a kiosk that the sign-in belongs to; null for a sign-in of the resident's own.</summary>
    public Guid? VisitId { get; init; }

    /// <summary>The second id of a visit's sign-in, by which the operator's desk asks: as the resident's, but no code counts by it.</summary>
    public Guid? DeskId { get; init; }

    /// <summary>What the resident agreed to at the kiosk, with spaces between.</summary>
    [MaxLength(200)]
    public string? Purposes { get; set; }

    /// <summary>The act that was confirmed with a code of its own at the kiosk and waits to be sent.</summary>
    [MaxLength(16)]
    public string? ConfirmedEventId { get; set; }

    /// <summary>"This is not my phone": shorter times, nothing left behind.</summary>
    public required bool IsSharedDevice { get; init; }

    public required DateTimeOffset SignedInAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When a code was last entered, or the person proved elsewhere.</summary>
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

    /// <summary>The visit at the kiosk that it belonged to is over.</summary>
    VisitOver,
}
