using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Audit;

/// <summary>
/// Reads the portal's whole chain and says whether a row was edited, removed or moved, or the tail cut off. What an intruder with the keys rewrites from
/// some row on is found by the anchors in the platform's audit manager instead.
/// </summary>
public sealed class VerifyAuditTrail(IDbContextFactory<PortalDbContext> databases, AuditTrail trail)
{
    /// <summary>The first fault found, or how many rows were found whole.</summary>
    public async Task<Outcome<AuditVerdict>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var snapshot = await db.Database.BeginTransactionAsync(cancellationToken);
        var expected = 0L;
        byte[] previous = [];
        await foreach (var row in db.AuditRows.AsNoTracking().Where(row => row.Chain == AuditTrail.Portal).OrderBy(row => row.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            expected++;
            var fault = row.Sequence != expected ? AuditFault.Removed
                : !CryptographicOperations.FixedTimeEquals(row.Hash, trail.Link(row)) ? AuditFault.Edited
                : !row.PreviousHash.AsSpan().SequenceEqual(previous) ? AuditFault.Moved
                : AuditFault.None;
            if (fault is not AuditFault.None)
            {
                return new AuditVerdict(expected - 1, fault, expected);
            }

            previous = row.Hash;
        }

        var head = await db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(row => row.Chain == AuditTrail.Portal, cancellationToken);
        if (head is null)
        {
            return new AuditVerdict(expected, expected == 0 ? AuditFault.None : AuditFault.HeadEdited, expected);
        }

        var ending = !CryptographicOperations.FixedTimeEquals(head.Seal, trail.Seal(head)) ? AuditFault.HeadEdited
            : head.Sequence != expected || !head.Hash.AsSpan().SequenceEqual(previous) ? AuditFault.TailRemoved
            : AuditFault.None;
        return new AuditVerdict(expected, ending, expected + (ending is AuditFault.None ? 0 : 1));
    }
}

/// <summary>What the verifier found.</summary>
/// <param name="Whole">How many rows from the first are whole.</param>
/// <param name="Fault">What is wrong with the next.</param>
/// <param name="Sequence">The place of the fault.</param>
public sealed record AuditVerdict(long Whole, AuditFault Fault, long Sequence);

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
