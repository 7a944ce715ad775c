using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>Counts the requests that a bell tells of: of which a message came since it was last pressed that was not read yet.</summary>
public sealed class CountUnreadRequests(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    /// <summary>How many there are. Problems: those of the sign-in.</summary>
    public async Task<Outcome<int>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var kinds = ActGroups.KindsOf(ActGroups.Bell);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var since = await db.Bells.Where(bell => bell.PersonKey == session.PersonKey).Select(bell => (DateTimeOffset?)bell.PressedAt).SingleOrDefaultAsync(cancellationToken) ?? DateTimeOffset.UnixEpoch;
        var unread = db.Notices.Where(notice => notice.PersonKey == session.PersonKey && notice.EventId != null && notice.ReadAt == null && notice.CreatedAt > since).Select(notice => notice.EventId!);
        return await db.ServiceRequests.CountAsync(row => row.PersonKey == session.PersonKey && kinds.Contains(row.Kind) && unread.Contains(row.EventId), cancellationToken);
    }
}
