using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Takes a paper into a draft: checked, made anew, sealed under a random name. It takes the place of the one that was there for the same field; one that is refused leaves
/// that one, and everything else, as it was.
/// </summary>
public sealed class AttachPaper(
    IDbContextFactory<PortalDbContext> databases, UpdateDrafts drafts, UpdateTasks tasks, UpdateSubject subject, PaperShelf shelf, PaperRules rules, Vault vault, AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// The next task. Problems: those of the draft, <see cref="UpdateProblems.UnknownField"/>, <see cref="UpdateProblems.NoPaperType"/>, <see cref="UpdateProblems.NoFile"/>,
    /// <see cref="UpdateProblems.TooManyPapers"/>, <see cref="UpdateProblems.PapersTooLarge"/>, those of <see cref="DocumentIntake"/>, <see cref="UpdateProblems.ChangedElsewhere"/>.
    /// </summary>
    public async Task<Outcome<NextTask>> ExecuteAsync(
        Guid sessionId, Visitor visitor, string? name, string? type, DocumentUpload? upload, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem)
            || !(await subject.ReadAsync(draft.Session.Uin, cancellationToken)).Try(out var both, out problem))
        {
            return problem;
        }

        if (both.Form.PapersFor(draft.Answers.Chosen).FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal)) is not { } field)
        {
            return UpdateProblems.UnknownField;
        }

        var others = (await shelf.ListAsync(draft.Row.Id, cancellationToken)).Where(paper => !string.Equals(paper.Field, field.Name, StringComparison.Ordinal)).ToList();
        if (!(await rules.CheckAsync(field, type, upload, others.Count, language, cancellationToken)).Try(out _, out problem))
        {
            return problem;
        }

        var taken = await rules.TakeAsync(upload!, others.Sum(paper => (long)paper.Size), cancellationToken);
        await StoreAsync(draft, field, type!, taken.IsSuccess ? taken.Value : null, taken.Problem);
        if (taken.Problem is not null)
        {
            return taken.Problem;
        }

        return (await drafts.SaveAsync(draft, draft.Answers.Seen(field.Name))).Try(out var saved, out problem)
            ? NextTask.After(field.Name, await tasks.ListAsync(saved, both.Form, cancellationToken))
            : problem;
    }

    private async Task StoreAsync(OpenDraft draft, UpdateField field, string type, CleanDocument? document, Problem? problem)
    {
        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var sealedFile = document is null ? null : vault.Seal(PaperShelf.Purpose, document.File);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (document is not null)
        {
            await db.UpdateDocuments.Where(row => row.DraftId == draft.Row.Id && row.Field == field.Name).ExecuteDeleteAsync();
            db.UpdateDocuments.Add(new UpdateDocumentRow
            {
                Id = Guid.NewGuid(),
                DraftId = draft.Row.Id,
                PersonKey = draft.Session.PersonKey,
                Field = field.Name,
                Type = type,
                Format = document.Format,
                Size = document.File.Length,
                SealedFile = sealedFile!,
                AddedAt = clock.GetUtcNow(),
            });
        }

        await trail.AppendAsync(db, AuditEvent.DocumentAdded, problem is null ? AuditResult.Success : AuditResult.Failure, draft.Session.PersonKey, note: problem?.Key);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
