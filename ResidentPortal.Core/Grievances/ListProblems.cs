using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Lists the problems a resident reported with one of their requests.</summary>
public sealed class ListProblems(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, Vault vault, IOptions<GrievanceOptions> options)
{
    private const int Most = 20;

    /// <summary>The newest reports about the request, newest first. Problems: those of the sign-in.</summary>
    public async Task<Outcome<IReadOnlyList<ReportedProblem>>> ExecuteAsync(Guid sessionId, string aboutEventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Grievances.AsNoTracking().Where(row => row.PersonKey == session.PersonKey && row.AboutEventId == aboutEventId)
            .OrderByDescending(row => row.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => ReportedProblem.Of(row, vault, options.Value));
    }
}
