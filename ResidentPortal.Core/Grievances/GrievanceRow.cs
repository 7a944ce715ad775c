using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Grievances;

/// <summary>A problem that a resident reported (MOSIP grievance ticket), and what was answered.</summary>
public sealed class GrievanceRow
{
    /// <summary>The ticket id.</summary>
    [Key]
    public required Guid Id { get; init; }

    /// <summary>The event id of the report itself in the ledger.</summary>
    [MaxLength(16)]
    public required string EventId { get; init; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    /// <summary>The UIN, sealed: the answer is told to its contacts.</summary>
    [MaxLength(400)]
    public required string SealedUin { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    public required GrievanceSubject Subject { get; init; }

    /// <summary>The event id of the service request it is about, where it is about one.</summary>
    [MaxLength(16)]
    public string? AboutEventId { get; init; }

    /// <summary>The use of the identity it is about, as sealed JSON, where it is about one.</summary>
    [MaxLength(4000)]
    public string? SealedAbout { get; init; }

    /// <summary>What the resident wrote, sealed.</summary>
    [MaxLength(8000)]
    public required string SealedMessage { get; init; }

    /// <summary>How else to reach the resident, sealed.</summary>
    [MaxLength(2000)]
    public string? SealedContact { get; init; }

    public required GrievanceState State { get; set; }

    /// <summary>What the staff answered, sealed.</summary>
    [MaxLength(8000)]
    public string? SealedAnswer { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When to hand it to the desk next; null when the desk has it, or takes it by command.</summary>
    public DateTimeOffset? NextTryAt { get; set; }

    public int Tries { get; set; }
}

/// <summary>What a report is about.</summary>
public enum GrievanceSubject
{
    /// <summary>A service request.</summary>
    Request,

    /// <summary>A use of the identity that its owner does not know.</summary>
    UnknownUse,

    /// <summary>"This was not me": somebody acted in the owner's name.</summary>
    NotMe,
}

/// <summary>How far a report has come.</summary>
public enum GrievanceState
{
    /// <summary>Written down.</summary>
    Reported,

    /// <summary>Somebody of the staff is at it.</summary>
    InHand,

    /// <summary>Answered.</summary>
    Answered,
}
