using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>A report as its owner sees it.</summary>
public sealed record ReportedProblem
{
    /// <summary>The ticket id.</summary>
    public required Guid TicketId { get; init; }

    /// <summary>Its number in the ledger.</summary>
    public required EventId EventId { get; init; }

    /// <summary>What it is about.</summary>
    public required GrievanceSubject Subject { get; init; }

    /// <summary>The service request it is about, where it is about one.</summary>
    public EventId? AboutEventId { get; init; }

    /// <summary>How far it has come.</summary>
    public required GrievanceState State { get; init; }

    /// <summary>What was written; null where its key is gone.</summary>
    public string? Message { get; init; }

    /// <summary>What was answered.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was reported.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>By when there is to be an answer.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>When it was answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>Without what was written.</summary>
    public override string ToString() => $"ticket {TicketId}";

    internal static ReportedProblem Of(GrievanceRow row, Vault vault, GrievanceOptions options) => new()
    {
        TicketId = row.Id,
        EventId = EventId.Stored(row.EventId),
        Subject = row.Subject,
        AboutEventId = row.AboutEventId is null ? null : EventId.Stored(row.AboutEventId),
        State = row.State,
        Message = vault.Open(GrievanceDesk.TextPurpose, row.SealedMessage),
        Answer = vault.Open(GrievanceDesk.TextPurpose, row.SealedAnswer),
        CreatedAt = row.CreatedAt,
        AnswerBy = row.CreatedAt.AddDays(options.AnswerDays),
        AnsweredAt = row.AnsweredAt,
    };
}
