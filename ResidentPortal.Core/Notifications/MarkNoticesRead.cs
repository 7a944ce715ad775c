using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Notifications;

/// <summary>Marks messages of one's own as read: one, or all there are.</summary>
public sealed class MarkNoticesRead(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, TimeProvider clock)
{
    /// <summary>
    /// How many were unread until now, and of one the service request it belongs to. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/>, also for
    /// another person's.
    /// </summary>
    public async Task<Outcome<NoticesRead>> ExecuteAsync(Guid sessionId, Guid? noticeId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var own = db.Notices.Where(row => row.PersonKey == session.PersonKey && (noticeId == null || row.Id == noticeId));
        var one = noticeId is null ? null : await own.AsNoTracking().Select(row => new { row.EventId }).SingleOrDefaultAsync(cancellationToken);
        if (noticeId is not null && one is null)
        {
            return CommonProblems.NotFound;
        }

        var count = await own.Where(row => row.ReadAt == null).ExecuteUpdateAsync(update => update.SetProperty(row => row.ReadAt, now), cancellationToken);
        return new NoticesRead(count, one?.EventId is { } eventId ? EventId.Stored(eventId) : null);
    }
}

/// <summary>Messages that were marked as read.</summary>
/// <param name="Count">How many were unread until now.</param>
/// <param name="EventId">Of one message: the service request it belongs to, where there is one.</param>
public sealed record NoticesRead(int Count, EventId? EventId);
