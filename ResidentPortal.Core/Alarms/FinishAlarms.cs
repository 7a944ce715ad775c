using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Alarms;

/// <summary>Sends the locks of alarms that are not done yet: the platform was away, another change was on its way, or the process died after the press.</summary>
public sealed class FinishAlarms(IDbContextFactory<PortalDbContext> databases, LockEverything locks, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>How many were sent or tried.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        // Drafts of residents wait for a code and have no time.
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.ServiceRequests.AsNoTracking().Where(row => row.NextLookAt <= now && row.State == ActState.Draft && row.Kind == ActKind.ChangeAuthLocks)
            .OrderBy(row => row.NextLookAt).Take(Batch).Select(row => row.EventId).ToListAsync(cancellationToken);
        foreach (var eventId in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await locks.SendAsync(eventId);
        }

        return due.Count;
    }
}
