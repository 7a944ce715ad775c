using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>The drafts behind acts: closed by the act that sends them, opened again when it was never received, emptied when it is done.</summary>
public sealed class SentDrafts(IDbContextFactory<PortalDbContext> databases, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Closes a draft for the act that sends it. False where it was changed or sent meanwhile.</summary>
    internal async Task<bool> CloseAsync(string eventId, UpdateDraftRow draft)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        return await db.UpdateDrafts.Where(row => row.Id == draft.Id && row.Version == draft.Version && row.State == DraftState.Open).ExecuteUpdateAsync(update => update
            .SetProperty(row => row.State, DraftState.Sent).SetProperty(row => row.EventId, eventId).SetProperty(row => row.ChangedAt, now)) == 1;
    }

    /// <summary>Writes down an update that came whole, as one that is sent already: if the office refuses it, its answers can be corrected. Uploads that go with it leave their shelf.</summary>
    internal async Task KeepAsync(string eventId, UpdateDraftRow draft, IReadOnlyList<UpdateDocumentRow> papers, IReadOnlyList<Guid> uploads)
    {
        draft.EventId = eventId;
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.UpdateDrafts.Add(draft);
        db.UpdateDocuments.AddRange(papers);
        await db.Uploads.Where(row => uploads.Contains(row.Id)).ExecuteDeleteAsync();
        for (var i = uploads.Count; i < papers.Count; i++)
        {
            // Those from the shelf stand in the trail since they came.
            await trail.AppendAsync(db, AuditEvent.DocumentAdded, AuditResult.Success, draft.PersonKey);
        }

        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    /// <summary>What was never received is the resident's to change again, unless they have begun anew meanwhile, or whoever sent it whole sends it again.</summary>
    internal async Task ReopenAsync(string eventId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var act = await db.ServiceRequests.AsNoTracking().SingleAsync(row => row.EventId == eventId);
        if (act.State is ActState.Failed or ActState.Refused && !await db.UpdateDrafts.AnyAsync(row => row.PersonKey == act.PersonKey && row.State == DraftState.Open))
        {
            await db.UpdateDrafts.Where(row => row.EventId == eventId && row.State == DraftState.Sent && row.DeviceKey != string.Empty).ExecuteUpdateAsync(update => update
                .SetProperty(row => row.State, DraftState.Open).SetProperty(row => row.Version, row => row.Version + 1));
        }
    }

    /// <summary>Nothing of a done update is needed any more: the record has it. In the transaction that ends the act.</summary>
    internal static async Task EmptyAsync(PortalDbContext db, ServiceRequestRow row, DateTimeOffset now)
    {
        await db.UpdateDocuments.Where(paper => db.UpdateDrafts.Any(draft => draft.Id == paper.DraftId && draft.EventId == row.EventId)).ExecuteDeleteAsync();
        await db.UpdateDrafts.Where(draft => draft.EventId == row.EventId).ExecuteUpdateAsync(update => update
            .SetProperty(draft => draft.State, DraftState.Done).SetProperty(draft => draft.SealedAnswers, string.Empty).SetProperty(draft => draft.ChangedAt, now));
    }
}
