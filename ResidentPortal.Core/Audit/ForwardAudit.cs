using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Audit;

/// <summary>
/// Hands new rows of every chain to the platform's audit manager, each with its place in the chain and its hash: anchors outside the reach of whoever holds
/// this database. A row may arrive twice after a crash, none is left out.
/// </summary>
public sealed class ForwardAudit(IDbContextFactory<PortalDbContext> databases, IPlatformAudit platform)
{
    private const int Batch = 50;

    // At each look, once a second: what residents and programs do meanwhile comes first. More than a hundred events a second wait for quieter hours.
    private const int Most = 2 * Batch;

    /// <summary>
    /// How many rows were handed over: of each chain what is there, up to a hundred. Problem: <see cref="CommonProblems.ServiceUnavailable"/>;
    /// the rest goes next time.
    /// </summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var heads = await db.AuditHeads.AsNoTracking().Where(row => row.Forwarded < row.Sequence).OrderBy(row => row.Chain).ToListAsync(cancellationToken);
        var count = 0;
        foreach (var head in heads)
        {
            if (!(await ForwardAsync(db, head, cancellationToken)).Try(out var forwarded, out var problem))
            {
                return problem;
            }

            count += forwarded;
        }

        return count;
    }

    private async Task<Outcome<int>> ForwardAsync(PortalDbContext db, AuditHeadRow head, CancellationToken cancellationToken)
    {
        var (total, count) = (0, Batch);
        while (count == Batch && total < Most)
        {
            if (!(await ForwardAsync(db, head.Chain, head.Forwarded + total, cancellationToken)).Try(out count, out var problem))
            {
                return problem;
            }

            total += count;
        }

        return total;
    }

    private async Task<Outcome<int>> ForwardAsync(PortalDbContext db, string chain, long after, CancellationToken cancellationToken)
    {
        var rows = await db.AuditRows.AsNoTracking()
            .Where(row => row.Chain == chain && row.Sequence > after)
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
                await MarkAsync(db, chain, after + count, cancellationToken);
                return problem;
            }

            count++;
        }

        await MarkAsync(db, chain, after + count, cancellationToken);
        return count;
    }

    // In a transaction, so that it waits for its turn like every other: whoever writes without one makes the next find the database busy.
    private static async Task MarkAsync(PortalDbContext db, string chain, long sequence, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.AuditHeads.Where(row => row.Chain == chain && row.Forwarded < sequence)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.Forwarded, sequence), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
