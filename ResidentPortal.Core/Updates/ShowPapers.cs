using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Core.Updates;

/// <summary>Shows the page for one paper: the kinds that are taken, those that are there, and how much room is left in the packet.</summary>
public sealed class ShowPapers(UpdateDrafts drafts, UpdateSubject subject, PaperShelf shelf, IOptions<DocumentOptions> options)
{
    /// <summary>The page. Problems: those of the draft, <see cref="UpdateProblems.UnknownField"/>, <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<PapersOfField>> ExecuteAsync(Guid sessionId, Visitor visitor, string? name, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await drafts.FindAsync(sessionId, visitor, cancellationToken)).Try(out var draft, out var problem)
            || !(await subject.ReadAsync(draft.Session.Uin, cancellationToken)).Try(out var both, out problem))
        {
            return problem;
        }

        if (both.Form.PapersFor(draft.Answers.Chosen).FirstOrDefault(field => string.Equals(field.Name, name, StringComparison.Ordinal)) is not { } field)
        {
            return UpdateProblems.UnknownField;
        }

        if (!(await subject.ListPaperTypesAsync(field, language, cancellationToken)).Try(out var types, out problem))
        {
            return problem;
        }

        var papers = await shelf.ListAsync(draft.Row.Id, cancellationToken);
        return new PapersOfField(
            field,
            types,
            [.. papers.Where(paper => string.Equals(paper.Field, field.Name, StringComparison.Ordinal))],
            options.Value.FileBytes,
            Math.Max(0, options.Value.DraftBytes - papers.Sum(paper => (long)paper.Size)));
    }
}

/// <summary>The papers of one field.</summary>
/// <param name="Field">The field.</param>
/// <param name="Types">The kinds that are taken.</param>
/// <param name="Papers">Those that are there.</param>
/// <param name="FileBytes">How many bytes a file may have.</param>
/// <param name="BytesLeft">How many bytes the packet has room for.</param>
public sealed record PapersOfField(UpdateField Field, IReadOnlyList<FieldChoice> Types, IReadOnlyList<Paper> Papers, int FileBytes, long BytesLeft);
