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
        var number = Math.Clamp(part.Number, 1, pages);
        var listed = await RequestFilter.InOrder(rows).Skip((number - 1) * size).Take(size)
            .Select(row => new { row.EventId, row.Kind, row.State, row.CreatedAt, IsPinned = row.PinnedAt != null }).ToListAsync(cancellationToken);
        return new RequestList(listed.ConvertAll(row => new ListedRequest(EventId.Stored(row.EventId), row.Kind, row.State, row.CreatedAt, row.IsPinned)), total, number, pages);
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
public sealed record ListedRequest(EventId EventId, ActKind Kind, ActState State, DateTimeOffset CreatedAt, bool IsPinned);
