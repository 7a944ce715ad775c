using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates;

/// <summary>Tells a resident how often their attributes may still be changed (MOSIP <c>GET /identity/update-count</c>).</summary>
public sealed class CountUpdatesLeft(LiveSessions sessions, IUpdateRecords records)
{
    /// <summary>The counts by attribute; those that are missing have no limit. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyDictionary<string, int>>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default) =>
        (await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem)
            ? await records.CountLeftAsync(session.Uin, cancellationToken)
            : problem;
}
