using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>Shows one lock act of a resident: as the wish that waits for a code, or as the receipt.</summary>
public sealed class ShowLockAct(LiveSessions sessions, ServiceLedger ledger)
{
    /// <summary>The act. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> for another person's.</summary>
    public async Task<Outcome<LockReceipt>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var row, out problem))
        {
            return problem;
        }

        return new LockReceipt(EventId.Stored(row.EventId), row.State, LockOrder.OfWish(row.Wish).Changes, row.CreatedAt, row.AskedAt, row.SettledAt, row.NextLookAt, row.Problem);
    }
}

/// <summary>A lock act as the resident sees it.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Changes">What was wished.</param>
/// <param name="CreatedAt">When it was written down.</param>
/// <param name="AskedAt">When the platform was asked.</param>
/// <param name="SettledAt">When its end was known.</param>
/// <param name="NextLookAt">When the portal looks next.</param>
/// <param name="Problem">The key of the problem that ended it.</param>
public sealed record LockReceipt(
    EventId EventId,
    ActState State,
    IReadOnlyList<AuthTypeChange> Changes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? AskedAt,
    DateTimeOffset? SettledAt,
    DateTimeOffset? NextLookAt,
    string? Problem);
