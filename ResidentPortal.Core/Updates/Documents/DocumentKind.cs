using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>The kinds of file that are taken.</summary>
internal enum DocumentKind
{
    Pdf,
    Jpeg,
    Png,
}

/// <summary>Tells what a file is by its bytes, and whether its name and the browser agree. The fourth witness is whoever decodes it.</summary>
internal static class DocumentKinds
{
    /// <summary>Endings by kind; Windows saves JPEG files from the web as <c>jfif</c>.</summary>
    private static readonly Dictionary<string, DocumentKind> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = DocumentKind.Pdf,
        [".jpg"] = DocumentKind.Jpeg,
        [".jpeg"] = DocumentKind.Jpeg,
        [".jfif"] = DocumentKind.Jpeg,
        [".png"] = DocumentKind.Png,
    };

    /// <summary>
    /// Declared types by kind. A browser takes the type from its system's registry: older ones have other names for the same kind, and a system that does not know the ending
    /// says nothing or <c>application/octet-stream</c>, which says nothing either. Every other type contradicts the bytes.
    /// </summary>
    private static readonly Dictionary<string, DocumentKind> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = DocumentKind.Pdf,
        ["application/x-pdf"] = DocumentKind.Pdf,
        ["image/jpeg"] = DocumentKind.Jpeg,
        ["image/jpg"] = DocumentKind.Jpeg,
        ["image/pjpeg"] = DocumentKind.Jpeg,
        ["image/png"] = DocumentKind.Png,
        ["image/x-png"] = DocumentKind.Png,
    };

    /// <summary>The kind that bytes, name and declared type agree on.</summary>
    public static Outcome<DocumentKind> Of(DocumentUpload upload) =>
        ByBytes(upload.File) is not { } kind ? DocumentProblems.OtherKind
        : IsNamed(kind, upload.FileName) && IsDeclared(kind, upload.ContentType) ? kind
        : DocumentProblems.NameDiffers;

    private static DocumentKind? ByBytes(ReadOnlySpan<byte> file) => FaceImage.KindOf(file) switch
    {
        ImageKind.Jpeg => DocumentKind.Jpeg,
        ImageKind.Png => DocumentKind.Png,
        _ => file.StartsWith("%PDF-"u8) ? DocumentKind.Pdf : null,
    };

    private static bool IsNamed(DocumentKind kind, string name) => Endings.TryGetValue(Path.GetExtension(name), out var named) && named == kind;

    private static bool IsDeclared(DocumentKind kind, string? type)
    {
        var bare = type?.Split(';')[0].Trim();
        return bare is null or "" or "application/octet-stream" || (Types.TryGetValue(bare, out var declared) && declared == kind);
    }
}
