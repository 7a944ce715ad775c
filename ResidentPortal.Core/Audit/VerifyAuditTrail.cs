using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Audit;

/// <summary>
/// Reads every chain, the portal's own first, and says whether a row was edited, removed or moved, or a tail cut off. What an intruder with the keys rewrites from
/// some row on is found by the anchors in the platform's audit manager instead.
/// </summary>
public sealed class VerifyAuditTrail(IDbContextFactory<PortalDbContext> databases, AuditTrail trail)
{
    /// <summary>The first fault found, or how many rows were found whole.</summary>
    public async Task<Outcome<AuditVerdict>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginTransactionAsync(cancellationToken);
        var chains = await db.AuditHeads.Select(row => row.Chain).Union(db.AuditRows.Select(row => row.Chain)).OrderBy(chain => chain).ToListAsync(cancellationToken);
        var whole = 0L;
        foreach (var chain in chains)
        {
            var verdict = await VerifyAsync(db, chain, cancellationToken);
            if (verdict.Fault is not AuditFault.None)
            {
                return verdict;
            }

            whole += verdict.Whole;
        }

        return new AuditVerdict(whole, AuditFault.None, whole);
    }

    /// <summary>The same of one chain.</summary>
    internal async Task<AuditVerdict> VerifyAsync(string chain, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginTransactionAsync(cancellationToken);
        return await VerifyAsync(db, chain, cancellationToken);
    }

    private async Task<AuditVerdict> VerifyAsync(PortalDbContext db, string chain, CancellationToken cancellationToken)
    {
        var expected = 0L;
        byte[] previous = [];
        await foreach (var row in db.AuditRows.AsNoTracking().Where(row => row.Chain == chain).OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            expected++;
            var fault = row.Sequence != expected ? AuditFault.Removed
                : !CryptographicOperations.FixedTimeEquals(row.Hash, trail.Link(row)) ? AuditFault.Edited
                : !row.PreviousHash.AsSpan().SequenceEqual(previous) ? AuditFault.Moved
                : AuditFault.None;
            if (fault is not AuditFault.None)
            {
                return new AuditVerdict(expected - 1, fault, expected) { Chain = chain };
            }

            previous = row.Hash;
        }

        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Chain == chain, cancellationToken);
        if (head is null)
        {
            return new AuditVerdict(expected, expected == 0 ? AuditFault.None : AuditFault.HeadEdited, expected) { Chain = expected == 0 ? null : chain };
        }

        var ending = !CryptographicOperations.FixedTimeEquals(head.Seal, trail.Seal(head)) ? AuditFault.HeadEdited
            : head.Sequence != expected || !head.Hash.AsSpan().SequenceEqual(previous) ? AuditFault.TailRemoved
            : AuditFault.None;
        return new AuditVerdict(expected, ending, expected + (ending is AuditFault.None ? 0 : 1)) { Chain = ending is AuditFault.None ? null : chain };
    }
}

/// <summary>What the verifier found.</summary>
/// <param name="Whole">How many rows from the first are whole.</param>
/// <param name="Fault">What is wrong with the next.</param>
/// <param name="Sequence">The place of the fault.</param>
public sealed record AuditVerdict(long Whole, AuditFault Fault, long Sequence)
{
    /// <summary>The chain with the fault; null where there is none.</summary>
    public string? Chain { get; init; }
}

/// <summary>What can be wrong with a chain.</summary>
public enum AuditFault
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A row's contents do not fit its hash.</summary>
    Edited,

    /// <summary>A row is missing.</summary>
    Removed,

    /// <summary>A row does not follow the one before it.</summary>
    Moved,

    /// <summary>The chain ends before its head.</summary>
    TailRemoved,

    /// <summary>The head was written without the key.</summary>
    HeadEdited,
}
