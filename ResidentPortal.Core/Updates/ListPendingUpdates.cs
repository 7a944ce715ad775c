using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates;

/// <summary>Lists the update of a resident that is on its way, wherever it was sent (MOSIP <c>GET /identity/get-pending-drafts</c>).</summary>
public sealed class ListPendingUpdates(LiveSessions sessions, PendingUpdates pending)
{
    /// <summary>The update, or none. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyList<WaitingUpdate>>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await pending.ListAsync(session, cancellationToken)).Try(out var onTheirWay, out problem))
        {
            return problem;
        }

        return onTheirWay.Select(one => new WaitingUpdate(one.EventId, one.Rid, one.Since, one.Fields, one.MayDiscard)).ToList();
    }
}

/// <summary>An update that is on its way.</summary>
/// <param name="EventId">Its event id, where it was sent here.</param>
/// <param name="Rid">Its request number, where it has one.</param>
/// <param name="Since">Since when.</param>
/// <param name="Fields">What it changes, by attribute.</param>
/// <param name="MayDiscard">Whether it can be discarded.</param>
public sealed record WaitingUpdate(EventId? EventId, Rid? Rid, DateTimeOffset Since, IReadOnlyList<string> Fields, bool MayDiscard);
