using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>Counts the messages a resident has not read yet.</summary>
public sealed class CountUnreadNotices(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    /// <summary>How many there are. Problems: those of the sign-in.</summary>
    public async Task<Outcome<int>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Notices.CountAsync(row => row.PersonKey == session.PersonKey && row.ReadAt == null, cancellationToken);
    }
}
