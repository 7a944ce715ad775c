using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Grievances;

/// <summary>Shows a resident a problem they reported, and what was answered.</summary>
public sealed class ShowProblem(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, Vault vault, IOptions<GrievanceOptions> options)
{
    /// <summary>The report with this event id. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/>, also for another person's.</summary>
    public async Task<Outcome<ReportedProblem>> ExecuteAsync(Guid sessionId, string? eventId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (!EventId.TryParse(eventId, out var id))
        {
            return CommonProblems.NotFound;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Grievances.AsNoTracking().SingleOrDefaultAsync(one => one.EventId == id.Value && one.PersonKey == session.PersonKey, cancellationToken);
        return row is null ? CommonProblems.NotFound : ReportedProblem.Of(row, vault, options.Value);
    }
}
