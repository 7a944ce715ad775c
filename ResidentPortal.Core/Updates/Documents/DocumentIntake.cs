using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Documents;

public sealed class DocumentIntake
{
    public Task<Outcome<CleanDocument>> TakeAsync(DocumentUpload upload, CancellationToken cancellationToken) => throw new NotSupportedException(GetType().Name + upload);
}

public sealed record DocumentUpload(string FileName, string? ContentType, byte[] File);

public sealed record CleanDocument(string Format, byte[] File, bool WasShrunk);

public sealed class DocumentOptions
{
    public long DraftBytes { get; set; } = 4_500_000;

    public int MostPapers { get; set; } = 10;
}
