using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>
/// Shows a request to its owner's program, as MOSIP's Resident Services tell of events: an event of somebody else is told apart from one that does not exist. Pages do not
/// tell them apart (<see cref="ShowAct"/>); here it gives away no more than that one of nine thousand million million numbers was taken.
/// </summary>
public sealed class OpenEvent(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, ActReceipts receipts, TimeProvider clock)
{
    /// <summary>
    /// The request; its messages are marked as read where that is wished. A wish that waits for a code is no event yet. Problems: those of the sign-in,
    /// <see cref="CommonProblems.NotFound"/>, <see cref="HistoryProblems.Others"/>.
    /// </summary>
    public async Task<Outcome<ActReceipt>> ExecuteAsync(Guid sessionId, string? eventId, bool marksRead, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!EventId.TryParse(eventId, out var id)
            || await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(one => one.EventId == id.Value && one.State != ActState.Draft, cancellationToken) is not { } row)
        {
            return CommonProblems.NotFound;
        }

        if (!string.Equals(row.PersonKey, session.PersonKey, StringComparison.Ordinal))
        {
            return HistoryProblems.Others;
        }

        if (marksRead)
        {
            var now = clock.GetUtcNow();
            await db.Notices.Where(notice => notice.PersonKey == session.PersonKey && notice.EventId == row.EventId && notice.ReadAt == null)
                .ExecuteUpdateAsync(update => update.SetProperty(notice => notice.ReadAt, now), cancellationToken);
        }

        return receipts.Of(row);
    }
}
