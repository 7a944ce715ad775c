using ResidentPortal.Core.Outcomes;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>
/// What no paper needs: scripts, actions that start by themselves or reach outside (ISO 32000-2, 12.6), media, files within the file, forms that draw themselves. Looked for in objects,
/// not in text: it does not matter how or where they are written.
/// </summary>
internal sealed class PdfDangers(PdfObjects objects, DocumentOptions limits)
{
    private const long MostUnpacked = 256_000_000; // what all pages and pictures together ask of whoever opens the file

    private static readonly string[] OtherActions =
    [
        "JavaScript", "Launch", "ImportData", "SubmitForm", "ResetForm", "GoToR", "GoToE", "GoToDp", "RichMediaExecute", "Rendition", "Movie", "Sound", "Hide", "SetOCGState", "GoTo3DView", "Trans",
    ];

    private static readonly string[] Media = ["RichMedia", "Movie", "Sound", "Screen", "3D", "PS"];

    /// <summary>The first thing that keeps the file out, or null.</summary>
    public Problem? Find()
    {
        var unpacked = 0L;
        foreach (var (dictionary, stream) in objects.Reachable())
        {
            if (OfDictionary(dictionary) is { } problem || (stream is not null && (problem = OfStream(stream)) is not null))
            {
                return problem;
            }

            unpacked += stream is not null && IsFlate(dictionary) ? BoundedFilters.Unpacked(stream.Data, MostUnpacked - unpacked) : 0;
            if (unpacked > MostUnpacked)
            {
                return DocumentProblems.PdfDamaged;
            }
        }

        return null;
    }

    private Problem? OfDictionary(DictionaryToken dictionary) =>
        HoldsFiles(dictionary) ? DocumentProblems.PdfHoldsFiles
        : objects.Whole(dictionary, "XFA") is not NullToken ? DocumentProblems.PdfForm
        : IsActive(dictionary) ? DocumentProblems.PdfActive
        : null;

    // Keys that name something else where they are names of fonts or glyphs are told apart by what they hold.
    private bool IsActive(DictionaryToken dictionary) =>
        objects.Name(dictionary, "S") is { } action && OtherActions.Contains(action, StringComparer.Ordinal)
        || objects.Name(dictionary, "Subtype") is { } subtype && Media.Contains(subtype, StringComparer.Ordinal)
        || objects.Whole(dictionary, "JS") is StringToken or HexToken or StreamToken
        || objects.Whole(dictionary, "JavaScript") is DictionaryToken
        || (objects.Whole(dictionary, "AA") is DictionaryToken more && more.Data.Values.Any(value => objects.Whole(value) is DictionaryToken act && objects.Name(act, "S") is not null))
        || !IsPlainView(objects.Whole(dictionary, "OpenAction"))
        || objects.Whole(dictionary, "OPI") is DictionaryToken
        || (objects.Name(dictionary, "Subtype") is "Form" && objects.Whole(dictionary, "Ref") is DictionaryToken);

    // A place in the document, or the way to it and nothing after it.
    private bool IsPlainView(IToken open) => open switch
    {
        NullToken or ArrayToken or NameToken or StringToken or HexToken => true,
        DictionaryToken action => objects.Name(action, "S") is "GoTo" && objects.Whole(action, "Next") is NullToken,
        _ => false,
    };

    private bool HoldsFiles(DictionaryToken dictionary) =>
        objects.Name(dictionary, "Type") is "EmbeddedFile" || objects.Name(dictionary, "Subtype") is "FileAttachment"
        || objects.Whole(dictionary, "EmbeddedFiles") is DictionaryToken || objects.Whole(dictionary, "EF") is DictionaryToken || objects.Whole(dictionary, "Collection") is DictionaryToken;

    private Problem? OfStream(StreamToken stream)
    {
        var about = stream.StreamDictionary;
        if (objects.Whole(about, "F") is not NullToken)
        {
            return DocumentProblems.PdfActive; // its bytes are in another file
        }

        return objects.Name(about, "Subtype") is "Image" && objects.Number(about, "Width") * objects.Number(about, "Height") > limits.Megapixels * 1_000_000L
            ? DocumentProblems.TooManyPixels.With("most", limits.Megapixels) : null;
    }

    private bool IsFlate(DictionaryToken stream) => objects.Whole(stream, "Filter") switch
    {
        NameToken name => name.Data is "FlateDecode" or "Fl",
        ArrayToken { Data: [var first, ..] } => objects.Whole(first) is NameToken { Data: "FlateDecode" or "Fl" },
        _ => false,
    };
}
