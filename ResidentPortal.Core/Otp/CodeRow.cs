using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Otp;

/// <summary>A code that was asked for. The code itself is the platform's; what stands here binds it to a browser or sign-in, a number and a purpose.</summary>
public sealed class CodeRow
{
    /// <summary>In place of the sealed number where nobody is known who could be sent a code.</summary>
    internal const string Nobody = "";

    [Key]
    public required Guid Id { get; init; }

    /// <summary>Hash of the browser's code cookie (to sign in), or of the session id (to confirm an act).</summary>
    [MaxLength(64)]
    public required string HolderKey { get; init; }

    public required CodePurpose Purpose { get; init; }

    [MaxLength(10)]
    public required string TransactionId { get; init; }

    [MaxLength(400)]
    public required string SealedIndividualId { get; init; }

    /// <summary>Hash of the number as it was typed.</summary>
    [MaxLength(64)]
    public required string IdentifierKey { get; init; }

    [MaxLength(64)]
    public required string DeviceKey { get; init; }

    public required OtpChannel Channel { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    public required bool IsSharedDevice { get; init; }

    public required CodeState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many codes have been tried; reserved before the platform is asked.</summary>
    public int Tries { get; set; }

    /// <summary>The person key, once the number was resolved behind the answer; never shown.</summary>
    [MaxLength(64)]
    public string? PersonKey { get; set; }

    /// <summary>The UIN, sealed, once the number was resolved.</summary>
    [MaxLength(400)]
    public string? SealedUin { get; set; }
}

/// <summary>What a code is for. A code for one thing does not open another.</summary>
public enum CodePurpose
{
    /// <summary>To sign in.</summary>
    SignIn,

    /// <summary>To prove again who is signed in, for a sensitive act.</summary>
    Confirm,

    /// <summary>To fetch a card by the link that was sent to the registered contacts.</summary>
    FetchCard,

    /// <summary>To show that a registered contact works.</summary>
    VerifyContact,

    /// <summary>To see the whole of a tracked request.</summary>
    TrackRequest,

    /// <summary>To see a VID that the platform made by itself, by the link that was sent to the registered contacts.</summary>
    ShowVid,

    /// <summary>For an act that a program does with the code in one call.</summary>
    Program,

    /// <summary>The same, sent to phone and e-mail at once: which of the two was read is not known.</summary>
    ProgramBothWays,

    /// <summary>To agree to a visit at a kiosk, in the resident's own view.</summary>
    VisitConsent,

    /// <summary>To confirm one act of a visit, and no other.</summary>
    VisitAct,
}

/// <summary>How far a code has come.</summary>
public enum CodeState
{
    /// <summary>Asked for; the platform has not been asked yet.</summary>
    Asked,

    /// <summary>The platform is being asked. Never asked again after a crash.</summary>
    Sending,

    /// <summary>The platform has answered, or was deliberately not asked. Looks the same from outside.</summary>
    Answered,

    /// <summary>The platform could not be reached, or gave no usable answer. Shown: it says nothing about the number.</summary>
    Failed,

    /// <summary>The right code was entered.</summary>
    Used,

    /// <summary>A newer code took its place.</summary>
    Replaced,
}
