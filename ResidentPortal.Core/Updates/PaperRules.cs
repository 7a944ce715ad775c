using Microsoft.Extensions.Options;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Core.Updates;

/// <summary>What a paper has to be to go with an update: of a kind its field takes, there, one of not too many, and small enough for the packet with all the others.</summary>
public sealed class PaperRules(UpdateSubject subject, DocumentIntake intake, IOptions<DocumentOptions> options)
{
    private const double Megabyte = 1_000_000;

    /// <summary>
    /// Whether a paper may be looked at at all. Problems: <see cref="UpdateProblems.NoPaperType"/>, <see cref="UpdateProblems.NoFile"/>, <see cref="UpdateProblems.TooManyPapers"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<Done>> CheckAsync(UpdateField field, string? type, DocumentUpload? upload, int others, Language language, CancellationToken cancellationToken)
    {
        if (!(await subject.ListPaperTypesAsync(field, language, cancellationToken)).Try(out var types, out var problem))
        {
            return problem;
        }

        if (!types.Any(one => string.Equals(one.Code, type, StringComparison.Ordinal)))
        {
            return UpdateProblems.NoPaperType;
        }

        if (upload is null or { File.Length: 0 })
        {
            return UpdateProblems.NoFile;
        }

        return others >= options.Value.PapersPerDraft ? UpdateProblems.TooManyPapers.With("count", options.Value.PapersPerDraft) : default(Done);
    }

    /// <summary>The paper made anew. Problems: those of <see cref="DocumentIntake"/>, <see cref="UpdateProblems.PapersTooLarge"/>.</summary>
    internal async Task<Outcome<CleanDocument>> TakeAsync(DocumentUpload upload, long othersBytes, CancellationToken cancellationToken)
    {
        var taken = await intake.TakeAsync(upload, cancellationToken);
        return taken.Try(out var paper, out var problem) && Fit(paper.File.Length, othersBytes) is { } tooLarge ? tooLarge : problem is null ? paper! : problem;
    }

    /// <summary>Why a paper has no room beside the others, or null.</summary>
    internal Problem? Fit(long bytes, long othersBytes)
    {
        var left = options.Value.DraftBytes - othersBytes;
        return bytes > left ? UpdateProblems.PapersTooLarge.With("size", Rounded(bytes)).With("left", Rounded(left)) : null;
    }

    private static double Rounded(long bytes) => Math.Round(Math.Max(0, bytes) / Megabyte, 1);
}
