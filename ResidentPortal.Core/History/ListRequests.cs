using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>Lists the service requests of a resident a page at a time (MOSIP service history): pinned ones first, then the newest. Counted and sorted by the database.</summary>
public sealed class ListRequests(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    /// <summary>A page of the requests. Problems: those of the sign-in, <see cref="HistoryProblems.NoEventId"/>.</summary>
    public async Task<Outcome<RequestList>> ExecuteAsync(Guid sessionId, RequestFilter filter, RequestPart part, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        EventId? eventId = null;
        if (!string.IsNullOrWhiteSpace(filter.EventId) && !EventId.TryParse(filter.EventId, out eventId))
        {
            return HistoryProblems.NoEventId;
        }

        var size = Math.Clamp(part.Size, 1, RequestPart.Largest);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = filter.Of(db, session.PersonKey, eventId);
        var total = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + size - 1) / size);
        var number = part.IsForProgram ? Math.Max(1, part.Number) : Math.Clamp(part.Number, 1, pages);
        if (number > pages)
        {
            return new RequestList([], total, number, pages);
        }

        var rowsOfPage = await RequestFilter.InOrder(rows, part.IsOldestFirst).Skip((number - 1) * size).Take(size)
            .Select(row => new { row.EventId, row.Kind, row.State, row.CreatedAt, IsPinned = row.PinnedAt != null }).ToListAsync(cancellationToken);
        var listed = rowsOfPage.ConvertAll(row => new ListedRequest(EventId.Stored(row.EventId), row.Kind, row.State, row.CreatedAt, row.IsPinned));
        return new RequestList(part.IsForProgram ? await CompleteAsync(db, session, listed, cancellationToken) : listed, total, number, pages);
    }

    // What does not stand in the index, for the requests of this page alone.
    private static async Task<IReadOnlyList<ListedRequest>> CompleteAsync(PortalDbContext db, ResidentSession session, List<ListedRequest> listed, CancellationToken cancellationToken)
    {
        var ids = listed.ConvertAll(request => request.EventId.Value);
        var settled = await db.ServiceRequests.Where(row => ids.Contains(row.EventId) && row.SettledAt != null)
            .Select(row => new { row.EventId, row.SettledAt }).ToDictionaryAsync(row => row.EventId, row => row.SettledAt, StringComparer.Ordinal, cancellationToken);
        var unread = await db.Notices.Where(notice => notice.PersonKey == session.PersonKey && ids.Contains(notice.EventId!) && notice.ReadAt == null)
            .Select(notice => notice.EventId!).Distinct().ToListAsync(cancellationToken);
        return listed.ConvertAll(request => request with { SettledAt = settled.GetValueOrDefault(request.EventId.Value), IsRead = !unread.Contains(request.EventId.Value, StringComparer.Ordinal) });
    }
}

/// <summary>A page of a resident's requests.</summary>
/// <param name="Requests">The requests on it.</param>
/// <param name="Total">How many there are on all pages.</param>
/// <param name="Page">Its number, from one.</param>
/// <param name="Pages">How many pages there are.</param>
public sealed record RequestList(IReadOnlyList<ListedRequest> Requests, int Total, int Page, int Pages);

/// <summary>One service request in the list.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">How far it has come.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="IsPinned">Whether its owner pinned it.</param>
public sealed record ListedRequest(EventId EventId, ActKind Kind, ActState State, DateTimeOffset CreatedAt, bool IsPinned)
{
    /// <summary>When its end was known; for programs (<see cref="RequestPart.IsForProgram"/>).</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Whether every message of it was read; for programs.</summary>
    public bool IsRead { get; init; } = true;
}
