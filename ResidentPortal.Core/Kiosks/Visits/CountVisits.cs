using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Counts the visits of the last thirty days for a supervisor, by day, centre and operator: numbers, never people.</summary>
public sealed class CountVisits(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, IOptions<KioskOptions> options, TimeProvider clock)
{
    private const int Days = 30;

    /// <summary>The counts, the newest day first. Problems: those of the duty, <see cref="KioskProblems.SupervisorNeeded"/>.</summary>
    public async Task<Outcome<IReadOnlyList<VisitCount>>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindSupervisorAsync(db, dutyId, cancellationToken)).Try(out _, out var problem))
        {
            return problem;
        }

        var (since, zone) = (clock.GetUtcNow().AddDays(-Days), TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone));
        var visits = await db.Visits.AsNoTracking().Where(row => row.StartedAt > since)
            .Select(row => new { row.StartedAt, row.CentreCode, row.OperatorNumber, row.ConsentAt, row.Acts, row.Prints }).ToListAsync(cancellationToken);
        return visits.GroupBy(one => (Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(one.StartedAt, zone).DateTime), one.CentreCode, one.OperatorNumber))
            .Select(group => new VisitCount(
                group.Key.Day, group.Key.CentreCode, group.Key.OperatorNumber, group.Count(), group.Count(one => one.ConsentAt is not null), group.Sum(one => one.Acts), group.Sum(one => one.Prints)))
            .OrderByDescending(count => count.Day).ThenBy(count => count.CentreCode, StringComparer.Ordinal).ThenBy(count => count.OperatorNumber, StringComparer.Ordinal).ToList();
    }
}
