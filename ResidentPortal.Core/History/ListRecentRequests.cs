using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>Lists the newest service requests of a resident, so that one who closed the tab still finds what they asked for.</summary>
public sealed class ListRecentRequests(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    private const int Most = 5;

    /// <summary>The newest requests, newest first. Problems: those of the sign-in.</summary>
    public async Task<Outcome<IReadOnlyList<RecentRequest>>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.ServiceRequests.AsNoTracking().Where(row => row.PersonKey == session.PersonKey && row.State != ActState.Draft)
            .OrderByDescending(row => row.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new RecentRequest(EventId.Stored(row.EventId), row.Kind, row.State, row.CreatedAt));
    }
}

/// <summary>One service request in a list.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">How far it has come.</param>
/// <param name="CreatedAt">When it was made.</param>
public sealed record RecentRequest(EventId EventId, ActKind Kind, ActState State, DateTimeOffset CreatedAt);
