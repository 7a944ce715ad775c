using ResidentPortal.Core.Cards.Rendering;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>
/// Writes pages into a file of our own: what draws them, and no more. Whatever is not asked for stays behind – facts about the file, XMP, outlines, names, actions, links, the
/// structure, old versions of objects – since it is never looked at. What annotations draw becomes stamps.
/// </summary>
internal sealed class PdfCopy(PdfObjects objects) : IDisposable
{
    private const int Catalog = 1;
    private const int PageTree = 2;
    private const int Deepest = 100;

    /// <summary>Keys about a thing rather than of it, and those that lead back to the file it comes from.</summary>
    private static readonly string[] Notes = ["Metadata", "PieceInfo", "LastModified", "OPI", "AF", "Alternates", "Parent", "P", "StructParent", "StructParents", "A", "AA", "Length", "F", "FFilter", "FDecodeParms"];

    /// <summary>Things that are no part of the drawing of a page, whatever refers to them.</summary>
    private static readonly string[] Strangers = ["Page", "Pages", "Catalog", "Annot", "Action", "Filespec", "Sig", "StructElem", "StructTreeRoot", "Metadata", "ObjStm", "XRef"];

    private readonly Dictionary<IndirectReference, int> _numbers = [];
    private readonly Queue<(int Number, IToken Token)> _waiting = new();
    private readonly PdfFile _file = new();
    private int _last;

    /// <summary>The file.</summary>
    public byte[] Write(IReadOnlyList<PdfPage> pages)
    {
        _last = PageTree + pages.Count;
        var catalog = new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Type] = NameToken.Catalog, [NameToken.Pages] = Reference(PageTree) });
        _file.Add(Catalog, objects.Layers is { } layers ? catalog.With(NameToken.Create("OCProperties"), Copy(layers, 0)) : catalog);
        _file.Add(PageTree, $"<</Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, index) => $"{PageTree + 1 + index} 0 R"))}]>>");
        for (var i = 0; i < pages.Count; i++)
        {
            _file.Add(PageTree + 1 + i, Page(pages[i]));
        }

        while (_waiting.TryDequeue(out var next))
        {
            _file.Add(next.Number, next.Token is StreamToken stream ? Copy(stream) : Copy(next.Token, 0));
        }

        return _file.End(new IndirectReference(Catalog, 0));
    }

    public void Dispose() => _file.Dispose();

    private DictionaryToken Page(PdfPage page)
    {
        var copy = new Dictionary<NameToken, IToken> { [NameToken.Type] = NameToken.Create("Page"), [NameToken.Parent] = Reference(PageTree) };
        foreach (var (key, value) in page.Entries)
        {
            copy[NameToken.Create(key)] = Copy(value, 0);
        }

        if (page.Annotations.Count > 0)
        {
            copy[NameToken.Annots] = new ArrayToken([.. page.Annotations.Select(note => new DictionaryToken(new Dictionary<NameToken, IToken>
            {
                [NameToken.Type] = NameToken.Annot,
                [NameToken.Subtype] = NameToken.Create("Stamp"),
                [NameToken.Rect] = Copy(note.Place, 0),
                [NameToken.F] = new NumericToken(4), // printed too
                [NameToken.Create("AP")] = new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.N] = Copy(note.Drawing, 0) }),
            }))]);
        }

        return new DictionaryToken(copy);
    }

    private IToken Copy(IToken token, int depth) => token switch
    {
        _ when depth > Deepest => throw new PdfDocumentFormatException("This file goes deeper than a paper."),
        IndirectReferenceToken reference => Refer(reference),
        DictionaryToken dictionary => Copy(dictionary, depth),
        ArrayToken array => new ArrayToken([.. array.Data.Select(item => Copy(item, depth + 1))]),
        StringToken text => new HexToken(System.Convert.ToHexString(text.GetBytes())), // hexadecimal: nothing to escape
        HexToken or NameToken or NumericToken or BooleanToken or NullToken => token,
        _ => throw new PdfDocumentFormatException("A part of this file is not known."),
    };

    private DictionaryToken Copy(DictionaryToken dictionary, int depth) => new(dictionary.Data
        .Where(entry => !IsNote(entry.Key, dictionary))
        .ToDictionary(entry => NameToken.Create(entry.Key), entry => Copy(entry.Value, depth + 1)));

    // In a list of fonts or colours any name may be a name; things with a type or a kind have keys.
    private static bool IsNote(string key, DictionaryToken dictionary) =>
        Notes.Contains(key, StringComparer.Ordinal) && (dictionary.Data.ContainsKey("Type") || dictionary.Data.ContainsKey("Subtype") || dictionary.Data.ContainsKey("Length"));

    private StreamToken Copy(StreamToken stream)
    {
        var data = IsJpeg(stream.StreamDictionary) ? JpegSegments.WithoutNotes(stream.Data.Span) ?? throw new PdfDocumentFormatException("A picture of this file is torn.") : stream.Data.ToArray();
        return new StreamToken(Copy(stream.StreamDictionary, 0).With(NameToken.Length, new NumericToken(data.Length)), data);
    }

    private bool IsJpeg(DictionaryToken stream) => objects.Whole(stream, "Filter") switch
    {
        NameToken { Data: "DCTDecode" or "DCT" } => true,
        ArrayToken { Data: [var only] } => objects.Whole(only) is NameToken { Data: "DCTDecode" or "DCT" },
        _ => false,
    };

    private IToken Refer(IndirectReferenceToken reference)
    {
        if (!_numbers.TryGetValue(reference.Data, out var number))
        {
            var token = objects.Whole(reference);
            var type = token switch { StreamToken stream => objects.Name(stream.StreamDictionary, "Type"), DictionaryToken dictionary => objects.Name(dictionary, "Type"), _ => null };
            if (token is NullToken || Strangers.Contains(type, StringComparer.Ordinal))
            {
                return NullToken.Instance;
            }

            number = _numbers[reference.Data] = ++_last;
            _waiting.Enqueue((number, token));
        }

        return Reference(number);
    }

    private static IndirectReferenceToken Reference(int number) => new(new IndirectReference(number, 0));
}
