using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Ends what a device has left over from before it started: after a power cut nobody finds another's visit (S-76).</summary>
public sealed class ClearLeftOver(IDbContextFactory<PortalDbContext> databases, VisitEndings endings)
{
    /// <summary>How many visits were ended.</summary>
    public async Task<Outcome<int>> ExecuteAsync(Guid deviceId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!await db.Visits.AnyAsync(row => row.DeviceId == deviceId && row.EndedAt == null, cancellationToken))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ended = await endings.EndAsync(db, db.Visits.Where(row => row.DeviceId == deviceId), VisitEnd.LeftOver);
        await db.SaveChangesAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        endings.Raise();
        return ended;
    }
}
