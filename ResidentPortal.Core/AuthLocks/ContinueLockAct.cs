using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>Runs a lock act that was written down and waited for a fresh code, exactly as it was written down.</summary>
public sealed class ContinueLockAct(LiveSessions sessions, ServiceLedger ledger, ChangeAuthLocks change)
{
    /// <summary>As <see cref="ChangeAuthLocks"/>; an act that was sent already is not sent again. Problem: <see cref="CommonProblems.NotFound"/> for another person's.</summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, string eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var row, out problem))
        {
            return problem;
        }

        return await change.ExecuteAsync(sessionId, LockOrder.OfWish(row.Wish), cancellationToken);
    }
}
