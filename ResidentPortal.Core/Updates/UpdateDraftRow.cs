using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Updates;

/// <summary>The answers of an update, from the first one until it is done or forgotten. One is open per person.</summary>
public sealed class UpdateDraftRow
{
    [Key]
    public required Guid Id { get; init; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    public required DraftState State { get; set; }

    /// <summary>The answers as JSON, sealed.</summary>
    public required string SealedAnswers { get; set; }

    /// <summary>Counts each change, so that a page that is no longer true does not write over a newer one.</summary>
    [ConcurrencyCheck]
    public int Version { get; set; }

    /// <summary>Hash of the device that may go on without the resume code; empty where the update came whole (<see cref="Whole.SubmitUpdate"/>): no page waits for it to open again.</summary>
    [MaxLength(64)]
    public required string DeviceKey { get; set; }

    /// <summary>Hash of the resume code.</summary>
    [MaxLength(64)]
    public required string ResumeKey { get; init; }

    /// <summary>The resume code, sealed: its owner may look at it again.</summary>
    [MaxLength(400)]
    public required string SealedResumeCode { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>The act that sent it last.</summary>
    [MaxLength(16)]
    public string? EventId { get; set; }
}

/// <summary>How far a draft has come.</summary>
public enum DraftState
{
    /// <summary>It may be changed.</summary>
    Open,

    /// <summary>It was sent, and is kept in case it comes back.</summary>
    Sent,

    /// <summary>The update was done; only the row is left.</summary>
    Done,
}
