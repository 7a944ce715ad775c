using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>Deletes what is left of searches whose time is over: typed and never proved, ended, fetched, or not fetched in time.</summary>
public sealed class ForgetLostNumbers(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    /// <summary>How many rows were deleted.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.LostNumbers.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
    }
}
