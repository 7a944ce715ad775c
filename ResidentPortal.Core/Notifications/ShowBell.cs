using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>Says when a resident last pressed the bell.</summary>
public sealed class ShowBell(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    /// <summary>The bell. Problems: those of the sign-in.</summary>
    public async Task<Outcome<Bell>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return new Bell(await db.Bells.Where(row => row.PersonKey == session.PersonKey).Select(row => (DateTimeOffset?)row.PressedAt).SingleOrDefaultAsync(cancellationToken));
    }
}

/// <summary>A resident's bell.</summary>
/// <param name="PressedAt">When it was last pressed; null where it never was.</param>
public sealed record Bell(DateTimeOffset? PressedAt);
