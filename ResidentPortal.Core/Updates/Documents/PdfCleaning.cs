using ResidentPortal.Core.Outcomes;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>Makes a PDF of our own from a PDF of strangers, or says why not. Both are parsed to the letter, and what was written is looked at as what came.</summary>
internal static class PdfCleaning
{
    private const int DeepestNesting = 64;

    /// <summary>The PDF, or why it is not taken. Nothing in it makes this throw.</summary>
    public static Outcome<CleanDocument> Clean(byte[] file, DocumentOptions limits)
    {
        var end = file.AsSpan().LastIndexOf("%%EOF"u8);
        if (end < 0)
        {
            return DocumentProblems.PdfDamaged;
        }

        // Some readers take a PDF from the middle of a file, and some take an archive from its end: what is both is neither.
        if (file.AsSpan(end + 5).IndexOfAnyExcept(" \r\n\t\0"u8) >= 0)
        {
            return DocumentProblems.PdfNotAlone;
        }

        try
        {
            if (!Rewrite(AsVersion1(file), limits).Try(out var clean, out var problem))
            {
                return problem;
            }

            return clean.Length > limits.FileBytes ? DocumentProblems.PdfTooLarge.With("most", limits.FileMegabytes)
                : Rewrite(clean, limits).IsSuccess ? new CleanDocument("pdf", clean, WasShrunk: false)
                : DocumentProblems.PdfDamaged;
        }
        catch (PdfDocumentEncryptedException)
        {
            return DocumentProblems.PdfLocked;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            return DocumentProblems.PdfDamaged; // a parser of foreign bytes has many ways to say so
        }
    }

    private static Outcome<byte[]> Rewrite(byte[] file, DocumentOptions limits)
    {
        using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = false, MaxStackDepth = DeepestNesting, FilterProvider = new BoundedFilters() });
        if (document.IsEncrypted)
        {
            return DocumentProblems.PdfLocked;
        }

        var objects = new PdfObjects(document.Structure);
        if (new PdfDangers(objects, limits).Find() is { } danger)
        {
            return danger;
        }

        if (PdfPageTree.HasUndrawnAnswers(objects))
        {
            return DocumentProblems.PdfForm;
        }

        if (PdfPageTree.Pages(objects, limits.Pages) is not { Count: > 0 } pages)
        {
            return DocumentProblems.PdfPages.With("most", limits.Pages);
        }

        using var copy = new PdfCopy(objects);
        return copy.Write(pages);
    }

    // The parser knows the letters of version 1 only; nothing that is read here differs.
    private static byte[] AsVersion1(byte[] file)
    {
        if (!file.AsSpan().StartsWith("%PDF-2.0"u8))
        {
            return file;
        }

        byte[] copy = [.. file];
        "%PDF-1.7"u8.CopyTo(copy);
        return copy;
    }
}
