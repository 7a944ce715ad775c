using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Documents;

public sealed class DocumentIntake
{
    public Task<Outcome<CleanDocument>> TakeAsync(DocumentUpload upload, CancellationToken cancellationToken) => Task.FromResult<Outcome<CleanDocument>>(new CleanDocument("pdf", upload.File, WasShrunk: false));
}

public sealed record DocumentUpload(string FileName, string? ContentType, byte[] File);

public sealed record CleanDocument(string Format, byte[] File, bool WasShrunk);

public static class DocumentProblems
{
    public static readonly Problem TooLarge = new("documents.tooLarge", ProblemKind.Invalid);
}

public sealed class DocumentOptions
{
    public int UploadBytes { get; set; } = 10_000_000;

    public long DraftBytes { get; set; } = 4_500_000;

    public int MostPapers { get; set; } = 10;
}
