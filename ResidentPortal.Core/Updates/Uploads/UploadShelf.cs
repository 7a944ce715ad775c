using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates.Uploads;

/// <summary>The papers that were sent ahead, sealed. They are found by their owner and their transaction together, until their time is over or an update takes them along.</summary>
public sealed class UploadShelf(IDbContextFactory<PortalDbContext> databases, LookupKeys keys, Vault vault, IOptions<UpdateOptions> options, TimeProvider clock)
{
    /// <summary>The purpose under which files are sealed.</summary>
    internal const string FilePurpose = "upload-paper";

    /// <summary>The purpose under which names are sealed.</summary>
    internal const string NamePurpose = "upload-name";

    /// <summary>The hash of a person and a transaction.</summary>
    internal string Key(ResidentSession session, TransactionId transaction) => keys.Hash("upload-transaction", $"{session.PersonKey} {transaction.Value}");

    /// <summary>The papers of a transaction without their files, oldest first.</summary>
    internal async Task<IReadOnlyList<Upload>> ListAsync(ResidentSession session, TransactionId transaction, CancellationToken cancellationToken)
    {
        var (key, oldest) = (Key(session, transaction), Oldest());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.Uploads.Where(row => row.TransactionKey == key && row.AddedAt >= oldest).OrderBy(row => row.AddedAt)
            .Select(row => new { row.Id, row.Category, row.Type, row.SealedName, row.Format, row.Size }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new Upload(row.Id, row.Category, row.Type, vault.Open(NamePurpose, row.SealedName) ?? string.Empty, row.Format, row.Size))];
    }

    /// <summary>The file of a paper, or null: also where it is another person's, or of another transaction.</summary>
    internal async Task<byte[]?> OpenAsync(ResidentSession session, TransactionId transaction, Guid id, CancellationToken cancellationToken)
    {
        var (key, oldest) = (Key(session, transaction), Oldest());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Uploads.Where(row => row.Id == id && row.TransactionKey == key && row.AddedAt >= oldest).Select(row => row.SealedFile).SingleOrDefaultAsync(cancellationToken) is { } file
            ? vault.Open(FilePurpose, file)
            : null;
    }

    /// <summary>When the oldest paper was taken that is still there: what is over its time is gone for everybody, whether or not it was deleted yet.</summary>
    internal DateTimeOffset Oldest() => clock.GetUtcNow().AddHours(-options.Value.UploadHours);
}

/// <summary>A paper that was sent ahead, without its file.</summary>
/// <param name="Id">Its random name.</param>
/// <param name="Category">The code of its category in master data.</param>
/// <param name="Type">The code of its type in master data.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Format">The ending of its file.</param>
/// <param name="Size">The size of its file in bytes.</param>
public sealed record Upload(Guid Id, string Category, string Type, string Name, string Format, int Size)
{
    /// <summary>Without the name.</summary>
    public override string ToString() => nameof(Upload);
}
