using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>Notes that a resident pressed the bell: the count at it begins anew from now. Nothing is marked as read by it.</summary>
public sealed class PressBell(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, TimeProvider clock)
{
    /// <summary>The moment. Problems: those of the sign-in.</summary>
    public async Task<Outcome<DateTimeOffset>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Bells.Where(row => row.PersonKey == session.PersonKey).ExecuteUpdateAsync(update => update.SetProperty(row => row.PressedAt, now), cancellationToken) == 0)
        {
            db.Bells.Add(new BellRow { PersonKey = session.PersonKey, PressedAt = now });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return now;
    }
}
