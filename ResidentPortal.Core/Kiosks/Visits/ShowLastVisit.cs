using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Tells the desk how the visit ended that was the last there: for some minutes, and until the next one begins. To look changes nothing.</summary>
public sealed class ShowLastVisit(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, VisitBook book, TimeProvider clock)
{
    private static readonly TimeSpan AMomentAgo = TimeSpan.FromMinutes(5);

    // No visit is longer, so that nothing older is looked through.
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What was done in it. Problems: those of the duty, <see cref="KioskProblems.NoVisit"/>.</summary>
    public async Task<Outcome<VisitSummary>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        var since = clock.GetUtcNow() - Longest;
        var row = await db.Visits.AsNoTracking().Where(one => one.DutyId == dutyId && one.StartedAt > since).OrderByDescending(one => one.StartedAt).FirstOrDefaultAsync(cancellationToken);
        if (row is null || await EndOfAsync(db, row, duty, cancellationToken) is not { } end || clock.GetUtcNow() - row.EndedAt >= AMomentAgo)
        {
            return KioskProblems.NoVisit;
        }

        return await VisitSummaries.OfAsync(db, row, cancellationToken) with { End = end };
    }

    // What is over by the clock is so before anybody has written it down.
    private async Task<VisitEnd?> EndOfAsync(PortalDbContext db, VisitRow row, DutyRow duty, CancellationToken cancellationToken) =>
        row.EndedAt is not null ? row.End
        : await VisitDoors.IsSignedOutElsewhereAsync(db, row, cancellationToken) ? VisitEnd.EndedElsewhere
        : book.EndOf(row, duty.LastSeenAt, clock.GetUtcNow());
}
