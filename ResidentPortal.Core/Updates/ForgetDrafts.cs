using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Deletes answers that nobody came back to, papers some days after they were sent, and those that no update took along in time.</summary>
public sealed class ForgetDrafts(IDbContextFactory<PortalDbContext> databases, IOptions<UpdateOptions> options, TimeProvider clock)
{
    /// <summary>How many drafts and papers were deleted.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        var (oldDraft, oldPaper, oldUpload) = (now.AddDays(-options.Value.DraftDays), now.AddDays(-options.Value.PaperDays), now.AddHours(-options.Value.UploadHours));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UpdateDocuments.Where(paper => db.UpdateDrafts.Any(draft => draft.Id == paper.DraftId && draft.State != DraftState.Open && draft.ChangedAt < oldPaper)).ExecuteDeleteAsync(cancellationToken)
            + await db.UpdateDocuments.Where(paper => !db.UpdateDrafts.Any(draft => draft.Id == paper.DraftId && draft.ChangedAt >= oldDraft)).ExecuteDeleteAsync(cancellationToken)
            + await db.Uploads.Where(upload => upload.AddedAt < oldUpload).ExecuteDeleteAsync(cancellationToken)
            + await db.UpdateDrafts.Where(draft => draft.ChangedAt < oldDraft).ExecuteDeleteAsync(cancellationToken);
    }
}
