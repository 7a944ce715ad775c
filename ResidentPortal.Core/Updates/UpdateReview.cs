using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Reads a draft once more before it is sent: whose it is, that it is the version that was checked, that every task is done, and that every answer still holds.</summary>
public sealed class UpdateReview(IDbContextFactory<PortalDbContext> databases, UpdateDrafts drafts, UpdateTasks tasks, UpdateSubject subject, AnswerRules rules, PaperShelf shelf, Vault vault)
{
    /// <summary>
    /// The draft. Problems: <see cref="UpdateProblems.NoDraft"/> (also another person's), <see cref="UpdateProblems.ChangedElsewhere"/>, <see cref="UpdateProblems.NotReady"/>,
    /// those of <see cref="AnswerRules"/>, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<ReviewedUpdate>> ReadAsync(ResidentSession session, Guid draftId, int version, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.UpdateDrafts.AsNoTracking().SingleOrDefaultAsync(one => one.Id == draftId && one.PersonKey == session.PersonKey && one.State == DraftState.Open, cancellationToken);
        if (row is null)
        {
            return UpdateProblems.NoDraft;
        }

        if (row.Version != version)
        {
            return UpdateProblems.ChangedElsewhere;
        }

        if (!(await subject.ReadAsync(session.Uin, cancellationToken)).Try(out var both, out var problem))
        {
            return problem;
        }

        var draft = drafts.Open(session, row);
        var list = await tasks.ListAsync(draft, both.Form, cancellationToken);
        if (list.Count == 0 || list.Any(task => task.State is not TaskState.Done))
        {
            return UpdateProblems.NotReady;
        }

        foreach (var field in list.Where(task => task.Kind is UpdateTaskKind.Answer).Select(task => task.Field))
        {
            var value = draft.Answers.Values[field.Name];
            if (field.Kind is FieldKind.Text or FieldKind.Date
                && (await rules.JudgeAsync(both, field, value.Texts.ToDictionary(text => text.Language ?? string.Empty, text => text.Text, StringComparer.OrdinalIgnoreCase), draft.Answers.Values, Language.English, cancellationToken)).Problem is { } fault)
            {
                return fault;
            }

            if (AnswerRules.IsSame(value, both.Record.GetValueOrDefault(field.Name)))
            {
                return UpdateProblems.SameValue;
            }
        }

        return new ReviewedUpdate(draft, both.Form, [.. list.Where(task => task.Kind is UpdateTaskKind.Paper).Select(task => task.Field.Name)]);
    }

    /// <summary>The papers that go with it, opened.</summary>
    internal async Task<IReadOnlyList<PacketDocument>> OpenPapersAsync(ReviewedUpdate update, CancellationToken cancellationToken)
    {
        var documents = new List<PacketDocument>();
        foreach (var paper in (await shelf.ListAsync(update.Draft.Row.Id, cancellationToken)).Where(paper => paper.Type is not null && update.Papers.Contains(paper.Field, StringComparer.Ordinal)))
        {
            var row = await shelf.FindAsync(update.Draft.Row.Id, paper.Id, cancellationToken);
            documents.Add(new PacketDocument(paper.Field, paper.Type!, paper.Format, vault.Open(PaperShelf.Purpose, row!.SealedFile) ?? throw new InvalidOperationException("A paper of a draft does not open: the key it was sealed with is gone.")));
        }

        return documents;
    }
}

/// <summary>A draft that may be sent.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Form">The form it was reviewed by.</param>
/// <param name="Papers">The fields whose papers go with it.</param>
internal sealed record ReviewedUpdate(OpenDraft Draft, UpdateForm Form, IReadOnlyList<string> Papers)
{
    /// <summary>What the changing fields are called, in every language of the portal.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Labels() => Language.All.ToDictionary(
        language => language.Code,
        language => (IReadOnlyList<string>)[.. Draft.Answers.Chosen.Select(name => Form.Find(name)!.LabelIn(language.Code))],
        StringComparer.Ordinal);

    /// <summary>The new phone or e-mail address, if it changes.</summary>
    public string? NewContact(FieldMeaning meaning) => Form.Fields.FirstOrDefault(field => field.Meaning == meaning) is { } contact && Draft.Answers.Chosen.Contains(contact.Name, StringComparer.Ordinal)
        ? Draft.Answers.Values.GetValueOrDefault(contact.Name)?.Plain
        : null;
}
