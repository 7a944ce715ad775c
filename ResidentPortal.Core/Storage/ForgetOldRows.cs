using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Storage;

/// <summary>Deletes what is no longer needed: codes and counted attempts after a day, sign-ins, duties of operators and sent notices after ninety, drafts after thirty, links to VIDs when their time is over, visits at kiosks after two years: their chains stay.</summary>
public sealed class ForgetOldRows(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>How many rows were deleted.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (day, month, quarter) = (now.AddDays(-1), now.AddDays(-30), now.AddDays(-90));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Attempts.Where(row => row.At < day).ExecuteDeleteAsync(cancellationToken)
            + await db.NationTallies.Where(row => row.Second < day.ToUnixTimeSeconds()).ExecuteDeleteAsync(cancellationToken)
            + await db.Codes.Where(row => row.AskedAt < day).ExecuteDeleteAsync(cancellationToken)
            + await db.ContactCodes.Where(row => row.AskedAt < day).ExecuteDeleteAsync(cancellationToken)
            + await db.Sessions.Where(row => row.SignedInAt < quarter).ExecuteDeleteAsync(cancellationToken)
            + await db.Duties.Where(row => row.BeganAt < quarter).ExecuteDeleteAsync(cancellationToken)
            + await db.Notices.Where(row => row.NextTryAt == null && row.CreatedAt < quarter).ExecuteDeleteAsync(cancellationToken)
            + await db.ServiceRequests.Where(row => row.State == History.ActState.Draft && row.CreatedAt < month).ExecuteDeleteAsync(cancellationToken)
            + await db.Visits.Where(row => row.EndedAt < now.AddDays(-730)).ExecuteDeleteAsync(cancellationToken)
            + await db.Misuses.Where(row => row.ClosedAt < now.AddDays(-365)).ExecuteDeleteAsync(cancellationToken)
            + await db.KnownVids.Where(row => row.UsedAt < now.AddDays(-365)).ExecuteDeleteAsync(cancellationToken)
            + await db.VidLinks.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken)
            + await db.Enrolments.Where(row => row.Until < day).ExecuteDeleteAsync(cancellationToken)
            + await db.DeviceNonces.Where(row => row.Until < now).ExecuteDeleteAsync(cancellationToken)
            + await db.Presses.Where(row => row.At < day).ExecuteDeleteAsync(cancellationToken)
            + await db.KnownDevices.Where(row => row.SeenAt < now.AddDays(-365)).ExecuteDeleteAsync(cancellationToken);
    }
}
