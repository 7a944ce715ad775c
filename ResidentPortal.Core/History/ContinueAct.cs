using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.History;

/// <summary>Runs an act that was written down and waited for a fresh code, exactly as it was written down.</summary>
public sealed class ContinueAct(LiveSessions sessions, ServiceLedger ledger, IEnumerable<ActPlan> plans)
{
    /// <summary>
    /// As the flow of the act; one that was sent already is not sent again. Problem: <see cref="CommonProblems.NotFound"/> for another person's.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, string eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAnyAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var row, out problem)
            || !(await sessions.WithinAsync(session, row.Kind.PurposeAtKiosk())).Try(out _, out problem))
        {
            return problem;
        }

        var plan = plans.Single(one => one.Kind == row.Kind);
        return await plan.RunAsync(sessionId, plan.OrderOf(row.Wish), cancellationToken);
    }
}
