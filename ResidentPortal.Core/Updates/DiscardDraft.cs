using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Throws a person's open draft away with its papers, on whichever device it was begun: nobody needs a code to begin anew. An operator throws away only what was begun in the visit.</summary>
public sealed class DiscardDraft(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, UpdateDrafts drafts)
{
    /// <summary>Thrown away. Problems: those of the sign-in, <see cref="UpdateProblems.NoDraft"/>, <see cref="SessionProblems.OutsidePurpose"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (await drafts.FindRowAsync(session, cancellationToken) is not { } row)
        {
            return UpdateProblems.NoDraft;
        }

        if (session.Visit is { IsDesk: true } visit && !string.Equals(row.DeviceKey, drafts.VisitKey(visit), StringComparison.Ordinal))
        {
            return SessionProblems.OutsidePurpose;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.UpdateDocuments.Where(paper => paper.DraftId == row.Id).ExecuteDeleteAsync(CancellationToken.None);
        await db.UpdateDrafts.Where(draft => draft.Id == row.Id && draft.State == DraftState.Open).ExecuteDeleteAsync(CancellationToken.None);
        await transaction.CommitAsync(CancellationToken.None);
        return default(Done);
    }
}
