using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Ends visits whose time is over: of the consent, of the views, of the duty or the device; and those that the resident ended from elsewhere. What a killed process left behind it
/// finds like any other.
/// </summary>
public sealed class EndOldVisits(IDbContextFactory<PortalDbContext> databases, VisitBook book, VisitEndings endings, LiveDuties duties, TimeProvider clock)
{
    // The page proves the key again a minute before the time is over; so long after it the device is away.
    private static readonly TimeSpan ProofGrace = TimeSpan.FromMinutes(1);

    /// <summary>How many were ended.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var open = await db.Visits.AsNoTracking().Where(row => row.EndedAt == null).ToListAsync(cancellationToken);
        var ended = 0;
        foreach (var row in open)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ended += await JudgeAsync(db, row, cancellationToken) is { } end ? await EndAsync(row.Id, end) : 0;
        }

        if (ended > 0)
        {
            endings.Raise();
        }

        return ended;
    }

    private async Task<VisitEnd?> JudgeAsync(PortalDbContext db, VisitRow row, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var duty = await db.Duties.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.DutyId, cancellationToken);
        var device = await db.KioskDevices.AsNoTracking().SingleOrDefaultAsync(one => one.Id == row.DeviceId, cancellationToken);
        return duty is null || duties.EndOf(duty) is not null ? VisitEnd.DutyOver
            : device is null || device.SuspendedAt is not null || now >= device.ActiveUntil || now >= device.ProvedUntil + ProofGrace ? VisitEnd.DeviceOver
            : await IsEndedElsewhereAsync(db, row, cancellationToken) ? VisitEnd.EndedElsewhere
            : book.EndOf(row, duty.LastSeenAt, now);
    }

    // The sign-in is over, or somebody who was asked for consent pressed "This was not me".
    private static async Task<bool> IsEndedElsewhereAsync(PortalDbContext db, VisitRow row, CancellationToken cancellationToken)
    {
        if (row.SessionId is { } session)
        {
            return !await db.Sessions.AnyAsync(one => one.Id == session && one.EndedAt == null, cancellationToken);
        }

        var occasion = TellOfVisits.OccasionOf(row.Id);
        return await db.Notices.AnyAsync(notice => notice.Occasion.StartsWith(occasion) && notice.AlarmUsedAt != null, cancellationToken);
    }

    private async Task<int> EndAsync(Guid visitId, VisitEnd end)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var count = await endings.EndAsync(db, db.Visits.Where(row => row.Id == visitId), end);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return count;
    }
}
