using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>Pins a request of one's own before the others, or takes the pin away. MOSIP's own pin asks for no owner; this one does.</summary>
public sealed class PinRequest(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, ServiceLedger ledger, TimeProvider clock)
{
    /// <summary>How many may be pinned: all of them fit on the first page.</summary>
    public const int Most = RequestPart.Usual;

    /// <summary>That it is so now. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/>, <see cref="HistoryProblems.TooManyPinned"/> with fact <c>most</c>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, string? eventId, bool isPinned, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, eventId, cancellationToken)).Try(out var row, out problem))
        {
            return problem;
        }

        if (row.State is ActState.Draft)
        {
            return CommonProblems.NotFound;
        }

        DateTimeOffset? at = isPinned ? clock.GetUtcNow() : null;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // One writer at a time: two presses never make one too many.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (isPinned && await db.ServiceRequests.CountAsync(one => one.PersonKey == session.PersonKey && one.PinnedAt != null && one.EventId != row.EventId, cancellationToken) >= Most)
        {
            return HistoryProblems.TooManyPinned.With("most", Most);
        }

        await db.ServiceRequests.Where(one => one.EventId == row.EventId && (one.PinnedAt == null) == isPinned)
            .ExecuteUpdateAsync(update => update.SetProperty(one => one.PinnedAt, at), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return default(Done);
    }
}
