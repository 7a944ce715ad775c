using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Otp;

/// <summary>One thing that is limited, once done: kept a day, counted, forgotten.</summary>
public sealed class AttemptRow
{
    [Key]
    public long Id { get; init; }

    public required AttemptAction Action { get; init; }

    /// <summary>Whom it counts against: a hash of a number, person, device or network.</summary>
    [MaxLength(80)]
    public required string Subject { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What is limited.</summary>
public enum AttemptAction
{
    /// <summary>Asking for a code for a number, whether or not it exists.</summary>
    CodeAsked,

    /// <summary>Having a code sent to a person, by whichever of their numbers.</summary>
    CodeSent,

    /// <summary>Entering a wrong code.</summary>
    CodeWrong,

    /// <summary>Looking up a registration.</summary>
    Tracked,

    /// <summary>Having a code sent to a contact that nobody's identity stands behind.</summary>
    ContactCodeSent,

    /// <summary>Entering a wrong code for such a contact.</summary>
    ContactCodeWrong,

    /// <summary>Entering a resume code that opens nothing.</summary>
    ResumeCodeWrong,

    /// <summary>Entering a code that enrols no device.</summary>
    EnrolmentCodeWrong,

    /// <summary>Sending in a paper.</summary>
    DocumentAdded,

    /// <summary>Asking whose a number is that is none of one's own VIDs.</summary>
    OthersVidAsked,

    /// <summary>Reporting what happened in a client.</summary>
    ClientReported,
}
