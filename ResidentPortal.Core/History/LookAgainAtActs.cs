using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>
/// Looks again at acts whose end is open – taken but not read back, without an answer, or orphaned by a crash between the platform's answer and our own
/// record. It only reads: a write is never repeated.
/// </summary>
public sealed class LookAgainAtActs(IDbContextFactory<PortalDbContext> databases, IEnumerable<ActPlan> plans, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>How many acts were looked at.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.ServiceRequests.AsNoTracking().Where(row => row.NextLookAt <= now && row.State != ActState.Draft)
            .OrderBy(row => row.NextLookAt).Take(Batch).Select(row => new { row.EventId, row.Kind }).ToListAsync(cancellationToken);
        foreach (var act in due)
        {
            await plans.Single(plan => plan.Kind == act.Kind).LookAsync(act.EventId);
        }

        return due.Count;
    }
}
