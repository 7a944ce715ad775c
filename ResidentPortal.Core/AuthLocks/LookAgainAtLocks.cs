using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>
/// Looks again at lock acts whose end is open – taken but not read back, without an answer, or orphaned by a crash between the platform's answer and our own
/// record. It only reads: a write is never repeated.
/// </summary>
public sealed class LookAgainAtLocks(IDbContextFactory<PortalDbContext> databases, LockActs acts, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>How many acts were looked at.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.ServiceRequests.Where(row => row.Kind == ActKind.ChangeAuthLocks && row.NextLookAt <= now)
            .OrderBy(row => row.NextLookAt).Take(Batch).Select(row => row.EventId).ToListAsync(cancellationToken);
        foreach (var eventId in due)
        {
            await acts.LookAsync(eventId);
        }

        return due.Count;
    }
}
