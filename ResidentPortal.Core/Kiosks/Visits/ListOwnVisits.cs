using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Lists for a resident, in a sign-in of their own, the visits in which they were helped.</summary>
public sealed class ListOwnVisits(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions)
{
    private const int Most = 100;

    /// <summary>The visits, the newest first. Problems: those of the sign-in.</summary>
    public async Task<Outcome<IReadOnlyList<OwnVisitEntry>>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Visits.AsNoTracking().Where(row => row.PersonKey == session.PersonKey).OrderByDescending(row => row.StartedAt).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(Entry);
    }

    internal static OwnVisitEntry Entry(VisitRow row) => new(row.Id, row.StartedAt, row.EndedAt, row.End, row.OperatorNumber, row.CentreCode, PurposeList.Of(row.Purposes));
}
