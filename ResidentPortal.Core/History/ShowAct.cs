using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>Shows one act of a resident: as the wish that waits for a code, or as the receipt.</summary>
public sealed class ShowAct(LiveSessions sessions, ServiceLedger ledger, Vault vault, IEnumerable<ActPlan> plans)
{
    /// <summary>The act. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> for another person's.</summary>
    public async Task<Outcome<ActReceipt>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var row, out problem))
        {
            return problem;
        }

        var plan = plans.Single(one => one.Kind == row.Kind);
        return new ActReceipt
        {
            EventId = EventId.Stored(row.EventId),
            Kind = row.Kind,
            State = row.State,
            Order = plan.OrderOf(row.Wish),
            Result = vault.Open(ActCourse.ResultPurpose, row.SealedResult) is { } result ? plan.ResultOf?.Invoke(result) : null,
            CreatedAt = row.CreatedAt,
            AskedAt = row.AskedAt,
            SettledAt = row.SettledAt,
            NextLookAt = row.NextLookAt,
            Problem = row.Problem,
        };
    }
}

/// <summary>An act as the resident sees it.</summary>
public sealed record ActReceipt
{
    /// <summary>Its number.</summary>
    public required EventId EventId { get; init; }

    /// <summary>What it is.</summary>
    public required ActKind Kind { get; init; }

    /// <summary>How far it has come.</summary>
    public required ActState State { get; init; }

    /// <summary>What was wished: the order of the act's feature.</summary>
    public required object Order { get; init; }

    /// <summary>What came of it, of the act's feature; null where there is nothing, or nothing any more.</summary>
    public object? Result { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the platform was asked.</summary>
    public DateTimeOffset? AskedAt { get; init; }

    /// <summary>When its end was known.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>When the portal looks next.</summary>
    public DateTimeOffset? NextLookAt { get; init; }

    /// <summary>The key of the problem that ended it.</summary>
    public string? Problem { get; init; }
}
