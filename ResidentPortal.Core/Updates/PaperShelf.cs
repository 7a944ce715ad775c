using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>The papers of drafts, sealed. They are found by their draft alone, which belongs to one person and one device.</summary>
public sealed class PaperShelf(IDbContextFactory<PortalDbContext> databases)
{
    /// <summary>The purpose under which papers are sealed.</summary>
    internal const string Purpose = "update-paper";

    /// <summary>The papers of a draft without their files, oldest first.</summary>
    internal async Task<IReadOnlyList<Paper>> ListAsync(Guid draftId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UpdateDocuments.Where(row => row.DraftId == draftId).OrderBy(row => row.AddedAt)
            .Select(row => new Paper(row.Id, row.Field, row.Type, row.Format, row.Size, row.AddedAt)).ToListAsync(cancellationToken);
    }

    /// <summary>A paper of a draft with its file, or null.</summary>
    internal async Task<UpdateDocumentRow?> FindAsync(Guid draftId, Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UpdateDocuments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DraftId == draftId, cancellationToken);
    }
}

/// <summary>A paper that was taken into a draft.</summary>
/// <param name="Id">Its random name.</param>
/// <param name="Field">The field it is for.</param>
/// <param name="Type">The code of its kind.</param>
/// <param name="Format">The ending of its file.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="AddedAt">When it was taken.</param>
public sealed record Paper(Guid Id, string Field, string? Type, string Format, int Size, DateTimeOffset AddedAt);
