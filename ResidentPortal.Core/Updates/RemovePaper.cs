using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Takes a paper out of a draft; its file is gone at once.</summary>
public sealed class RemovePaper(IDbContextFactory<PortalDbContext> databases, UpdateDrafts drafts)
{
    /// <summary>Taken out. Problems: those of the draft, <see cref="CommonProblems.NotFound"/> (also another person's).</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, Visitor visitor, Guid id, CancellationToken cancellationToken = default)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem))
        {
            return problem;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.UpdateDocuments.Where(row => row.Id == id && row.DraftId == draft.Row.Id).ExecuteDeleteAsync(CancellationToken.None) == 1 ? default(Done) : CommonProblems.NotFound;
    }
}
