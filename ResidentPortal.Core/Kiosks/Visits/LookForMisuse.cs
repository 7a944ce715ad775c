using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Looks every hour whether visits look like misuse (S-78). What it finds names an operator, a rule and a count, and nobody who was helped. The same is found once; it grows while
/// it is open.
/// </summary>
public sealed class LookForMisuse(IDbContextFactory<PortalDbContext> databases, OperatorContacts operators, IOptions<KioskOptions> options, TimeProvider clock)
{
    /// <summary>How many findings are new.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var (now, zone) = (clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(options.Value.TimeZone));
        var since = now - MisuseRules.LookBack;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var visits = await db.Visits.AsNoTracking().Where(row => row.StartedAt > since).OrderBy(row => row.StartedAt).ToListAsync(cancellationToken);
        var own = await operators.ReadAsync(visits, cancellationToken);
        var found = MisuseRules.Find(visits, own, zone, now);
        var count = 0;
        foreach (var one in found)
        {
            var row = await db.Misuses.SingleOrDefaultAsync(other => other.Subject == one.Subject, cancellationToken);
            if (row is null)
            {
                db.Misuses.Add(one);
                count++;
            }
            else if (row.ClosedAt is null)
            {
                (row.Count, row.FirstAt, row.LastAt) = (one.Count, one.FirstAt, one.LastAt);
            }
        }

        await db.SaveChangesAsync(CancellationToken.None);
        return count;
    }
}
