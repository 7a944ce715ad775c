using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Lists for a supervisor what looks like misuse and is not closed yet.</summary>
public sealed class ListMisuse(IDbContextFactory<PortalDbContext> databases, LiveDuties duties)
{
    /// <summary>The list, the newest first. Problems: those of the duty, <see cref="KioskProblems.SupervisorNeeded"/>.</summary>
    public async Task<Outcome<IReadOnlyList<MisuseEntry>>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindSupervisorAsync(db, dutyId, cancellationToken)).Try(out _, out var problem))
        {
            return problem;
        }

        var rows = await db.Misuses.AsNoTracking().Where(row => row.ClosedAt == null).OrderByDescending(row => row.LastAt).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new MisuseEntry(row.Id, row.Rule, row.CentreCode, row.OperatorNumber, row.Count, row.FirstAt, row.LastAt));
    }
}
