using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Storage;

/// <summary>Deletes what is no longer needed: codes and counted attempts after a day, sign-ins and sent notices after ninety, drafts after thirty.</summary>
public sealed class ForgetOldRows(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>How many rows were deleted.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (day, month, quarter) = (now.AddDays(-1), now.AddDays(-30), now.AddDays(-90));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Attempts.Where(row => row.At < day).ExecuteDeleteAsync(cancellationToken)
            + await db.Codes.Where(row => row.AskedAt < day).ExecuteDeleteAsync(cancellationToken)
            + await db.ContactCodes.Where(row => row.AskedAt < day).ExecuteDeleteAsync(cancellationToken)
            + await db.Sessions.Where(row => row.SignedInAt < quarter).ExecuteDeleteAsync(cancellationToken)
            + await db.Notices.Where(row => row.NextTryAt == null && row.CreatedAt < quarter).ExecuteDeleteAsync(cancellationToken)
            + await db.ServiceRequests.Where(row => row.State == History.ActState.Draft && row.CreatedAt < month).ExecuteDeleteAsync(cancellationToken)
            + await db.KnownVids.Where(row => row.UsedAt < now.AddDays(-365)).ExecuteDeleteAsync(cancellationToken)
            + await db.KnownDevices.Where(row => row.SeenAt < now.AddDays(-365)).ExecuteDeleteAsync(cancellationToken);
    }
}
