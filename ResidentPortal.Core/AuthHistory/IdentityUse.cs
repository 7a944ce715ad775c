using ResidentPortal.Core.Identifiers;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>One use of an identity, as the platform wrote it down.</summary>
public sealed record IdentityUse
{
    /// <summary>The platform's number of the transaction, where it has one.</summary>
    public required string? TransactionId { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How: often several ways at once.</summary>
    public required UseWays Ways { get; init; }

    /// <summary>Whether it was accepted; else it was refused.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>The platform's remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Who: an organisation's name, as the platform has it.</summary>
    public string? Organisation { get; init; }

    /// <summary>Whether it was the platform itself, or this portal through it.</summary>
    public bool IsPlatform { get; init; }

    /// <summary>Which kind of number was used.</summary>
    public required UsedNumberKind NumberKind { get; init; }

    /// <summary>The VID that was used, where it is one of those in use.</summary>
    public Vid? Vid { get; init; }
}

/// <summary>Which number an identity was used by.</summary>
public enum UsedNumberKind
{
    /// <summary>The UIN.</summary>
    Uin,

    /// <summary>A VID that is in use.</summary>
    OwnVid,

    /// <summary>A VID that is not in use any more.</summary>
    PastVid,

    /// <summary>Some VID: an older platform does not tell which.</summary>
    SomeVid,
}

/// <summary>The ways in which an identity is used. The wire's codes stand with the adapter.</summary>
[Flags]
public enum UseWays
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>A one-time code was checked.</summary>
    Code = 1,

    /// <summary>A one-time code was sent.</summary>
    CodeSent = 1 << 1,

    /// <summary>Name, date of birth and the like were compared.</summary>
    Demographics = 1 << 2,

    /// <summary>A fingerprint was compared.</summary>
    Fingerprint = 1 << 3,

    /// <summary>An iris was compared.</summary>
    Iris = 1 << 4,

    /// <summary>The face was compared.</summary>
    Face = 1 << 5,

    /// <summary>A password was checked.</summary>
    Password = 1 << 6,

    /// <summary>A fixed PIN was checked.</summary>
    Pin = 1 << 7,

    /// <summary>A fixed PIN was stored.</summary>
    PinKept = 1 << 8,

    /// <summary>Data of the person were handed over (e-KYC).</summary>
    DataGiven = 1 << 9,

    /// <summary>A key was bound to the identity.</summary>
    KeyBound = 1 << 10,

    /// <summary>A token was asked for or used in place of the number.</summary>
    Token = 1 << 11,

    /// <summary>A digital document about the person was made (verifiable credential).</summary>
    Credential = 1 << 12,

    /// <summary>In a way that this portal has no word for.</summary>
    Other = 1 << 13,
}
