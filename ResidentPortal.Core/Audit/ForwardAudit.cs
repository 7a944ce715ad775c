using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Audit;

/// <summary>
/// Hands new rows of the trail to the platform's audit manager, each with its place in the chain and its hash: anchors outside the reach of whoever holds
/// this database. A row may arrive twice after a crash, none is left out.
/// </summary>
public sealed class ForwardAudit(IDbContextFactory<PortalDbContext> databases, IPlatformAudit platform)
{
    private const int Batch = 50;

    /// <summary>How many rows were handed over. Problem: <see cref="CommonProblems.ServiceUnavailable"/>; the rest goes next time.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var forwarded = await db.AuditHeads.Where(row => row.Chain == AuditTrail.Portal).Select(row => row.Forwarded).SingleOrDefaultAsync(cancellationToken);
        var rows = await db.AuditRows.AsNoTracking()
            .Where(row => row.Chain == AuditTrail.Portal && row.Sequence > forwarded)
            .OrderBy(row => row.Sequence).Take(Batch).ToListAsync(cancellationToken);
        var count = 0;
        foreach (var row in rows)
        {
            var (id, name, module) = PlatformCatalogue.Of(row.Event, row.Result);
            var outcome = await platform.RecordAsync(
                new PlatformAuditEvent(id, name, row.Result is AuditResult.Success ? "Success" : "Failure", module, row.At, row.PersonKey, $"{row.Chain} {row.Sequence} {Convert.ToHexString(row.Hash)} {row.Event}"),
                cancellationToken);
            if (outcome.Problem is { Kind: not ProblemKind.Refused } problem)
            {
                await MarkAsync(db, forwarded + count, cancellationToken);
                return problem;
            }

            count++;
        }

        await MarkAsync(db, forwarded + count, cancellationToken);
        return count;
    }

    private static async Task MarkAsync(PortalDbContext db, long sequence, CancellationToken cancellationToken) =>
        await db.AuditHeads.Where(row => row.Chain == AuditTrail.Portal && row.Forwarded < sequence)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Forwarded, sequence), cancellationToken);
}
