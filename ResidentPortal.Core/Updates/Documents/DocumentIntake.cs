using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>
/// Lets papers in, or not: size → kind by bytes, name and declared type → scanner → decoded, and written anew by this program. What goes on is never the file that came.
/// </summary>
public sealed class DocumentIntake(VirusScanner scanner, IOptions<DocumentOptions> options) : IDisposable
{
    // A picture takes a processor and up to 200 MB while it is decoded: some wait so that none has to be refused, and half of the processors stay with the pages.
    private readonly SemaphoreSlim _gate = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The clean paper. Problems: those of <see cref="DocumentProblems"/>.</summary>
    public async Task<Outcome<CleanDocument>> TakeAsync(DocumentUpload upload, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        if (upload.File.Length == 0)
        {
            return DocumentProblems.Empty;
        }

        if (upload.File.Length > limits.UploadBytes)
        {
            return DocumentProblems.TooLarge.With("most", limits.UploadMegabytes);
        }

        if (!DocumentKinds.Of(upload).Try(out var kind, out var problem))
        {
            return problem;
        }

        if (kind is DocumentKind.Pdf && upload.File.Length > limits.FileBytes)
        {
            return DocumentProblems.PdfTooLarge.With("most", limits.FileMegabytes);
        }

        if (!(await scanner.ScanAsync(upload.File, cancellationToken)).Try(out _, out problem))
        {
            return problem;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => kind is DocumentKind.Pdf ? PdfCleaning.Clean(upload.File, limits) : PictureCleaning.Clean(kind, upload.File, limits), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();
}
