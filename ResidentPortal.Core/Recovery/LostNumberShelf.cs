using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>The letters that wait behind their links. Each is handed out once, as a file that its password alone opens.</summary>
public sealed class LostNumberShelf(IDbContextFactory<PortalDbContext> databases, LookupKeys keys, Vault vault, AuditTrail trail, TimeProvider clock)
{
    private const string FilePurpose = "lost-number-file";

    /// <summary>The hash under which a token in a link is found.</summary>
    internal string LinkKey(string token) => keys.Hash("lost-number-link", token);

    internal string Seal(byte[] file) => vault.Seal(FilePurpose, Convert.ToBase64String(file));

    /// <summary>The row behind a link. Problem: <see cref="RecoveryProblems.Gone"/>.</summary>
    internal async Task<Outcome<LostNumberRow>> FindAsync(string? token, CancellationToken cancellationToken)
    {
        if (token is not { Length: > 20 and < 100 })
        {
            return RecoveryProblems.Gone;
        }

        var (linkKey, now) = (LinkKey(token), clock.GetUtcNow());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.LostNumbers.AsNoTracking().SingleOrDefaultAsync(row => row.LinkKey == linkKey && row.SealedFile != null && row.ExpiresAt > now, cancellationToken) is { } found
            ? found
            : RecoveryProblems.Gone;
    }

    /// <summary>The file, handed out once. Problem: <see cref="RecoveryProblems.Gone"/>.</summary>
    internal async Task<Outcome<byte[]>> HandOutAsync(LostNumberRow row)
    {
        if (vault.Open(FilePurpose, row.SealedFile) is not { } file)
        {
            return RecoveryProblems.Gone;
        }

        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isFirst = await db.LostNumbers.Where(one => one.Id == row.Id && one.SealedFile != null).ExecuteUpdateAsync(
            update => update.SetProperty(one => one.SealedFile, (string?)null).SetProperty(one => one.LinkKey, (string?)null)) == 1;
        await trail.AppendAsync(db, AuditEvent.LostNumberDelivered, isFirst ? AuditResult.Success : AuditResult.Failure, note: row.Kind.ToString());
        await transaction.CommitAsync();
        return isFirst ? Convert.FromBase64String(file) : RecoveryProblems.Gone;
    }
}
