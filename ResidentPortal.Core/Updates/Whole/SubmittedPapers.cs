using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Updates.Uploads;

namespace ResidentPortal.Core.Updates.Whole;

/// <summary>Finds the papers that an update takes: among those that came with it, or else among those that were sent ahead for its transaction, the newest of each category.</summary>
public sealed class SubmittedPapers(PaperRules rules, UploadShelf shelf, Vault vault, TimeProvider clock)
{
    /// <summary>
    /// One paper for each field that wants one. Problems, with fact <c>field</c>: <see cref="UpdateProblems.UnknownField"/> (a paper that the update does not take),
    /// <see cref="UpdateProblems.NoFile"/> (one is missing), those of <see cref="PaperRules"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<IReadOnlyList<TakenPaper>>> TakeAsync(ResidentSession session, UpdateSubmission submission, JudgedSubmission judged, CancellationToken cancellationToken)
    {
        var wanted = judged.Form.PapersFor(judged.Answers.Chosen);
        if (submission.Papers.Any(paper => !wanted.Any(field => string.Equals(field.Name, paper.Field, StringComparison.Ordinal))))
        {
            return UpdateProblems.UnknownField;
        }

        var ahead = submission.Transaction is { } transaction ? await shelf.ListAsync(session, transaction, cancellationToken) : [];
        var taken = new List<TakenPaper>();
        foreach (var field in wanted)
        {
            var upload = ahead.LastOrDefault(one => string.Equals(one.Category, field.DocumentCategory, StringComparison.Ordinal));
            var paper = submission.Papers.FirstOrDefault(one => string.Equals(one.Field, field.Name, StringComparison.Ordinal)) is { } given
                ? await ReadAsync(field, given, taken, cancellationToken)
                : upload is not null ? await FetchAsync(session, submission, field, upload, taken, cancellationToken) : UpdateProblems.NoFile;
            if (!paper.Try(out var one, out var problem))
            {
                return problem.With("field", field.Name);
            }

            taken.Add(one);
        }

        return taken;
    }

    /// <summary>The rows under which the papers of a sent update are kept.</summary>
    internal IReadOnlyList<UpdateDocumentRow> RowsOf(UpdateDraftRow draft, IReadOnlyList<TakenPaper> papers) =>
    [
        .. papers.Select(paper => new UpdateDocumentRow
        {
            Id = Guid.NewGuid(),
            DraftId = draft.Id,
            PersonKey = draft.PersonKey,
            Field = paper.Field,
            Type = paper.Type,
            Format = paper.Format,
            Size = paper.File.Length,
            SealedFile = vault.Seal(PaperShelf.Purpose, paper.File),
            AddedAt = clock.GetUtcNow(),
        }),
    ];

    private async Task<Outcome<TakenPaper>> ReadAsync(UpdateField field, SubmittedPaper given, List<TakenPaper> others, CancellationToken cancellationToken) =>
        !(await rules.CheckAsync(field, given.Type, given.File, others.Count, Language.English, cancellationToken)).Try(out _, out var problem)
        || !(await rules.TakeAsync(given.File, Bytes(others), cancellationToken)).Try(out var clean, out problem)
            ? problem
            : new TakenPaper(field.Name, given.Type!, clean.Format, clean.File, UploadId: null);

    private async Task<Outcome<TakenPaper>> FetchAsync(ResidentSession session, UpdateSubmission submission, UpdateField field, Upload upload, List<TakenPaper> others, CancellationToken cancellationToken) =>
        rules.Fit(upload.Size, Bytes(others)) is { } problem ? problem
        : await shelf.OpenAsync(session, submission.Transaction!, upload.Id, cancellationToken) is { } file ? new TakenPaper(field.Name, upload.Type, upload.Format, file, upload.Id)
        : UpdateProblems.NoFile;

    private static long Bytes(List<TakenPaper> papers) => papers.Sum(paper => (long)paper.File.Length);
}

/// <summary>A paper that goes with an update.</summary>
/// <param name="Field">The field it is for.</param>
/// <param name="Type">The code of its type.</param>
/// <param name="Format">The ending of its file.</param>
/// <param name="File">The file, made anew.</param>
/// <param name="UploadId">Under what name it was sent ahead; null where it came with the update.</param>
internal sealed record TakenPaper(string Field, string Type, string Format, byte[] File, Guid? UploadId)
{
    /// <summary>As it stands in the packet.</summary>
    public PacketDocument InPacket() => new(Field, Type, Format, File);

    /// <summary>Without the file.</summary>
    public override string ToString() => nameof(TakenPaper);
}
