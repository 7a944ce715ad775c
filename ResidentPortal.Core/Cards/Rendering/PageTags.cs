using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>What a text is to a reader (ISO 32000-2, 14.8.4).</summary>
internal enum TextRole
{
    P,
    H1,
    H2,
}

/// <summary>
/// What is what on the page, for screen readers (ISO 32000-2, 14.7 and 14.8): SkiaSharp draws but does not tag. Skia writes one text object for each run and one
/// <c>Do</c> for each picture, in the order of drawing, so the n-th drawn thing is the n-th that was written down here; the rest is ornament.
/// </summary>
internal sealed class PageTags
{
    private const string Figure = "Figure";
    private readonly List<Element> _elements = [];
    private readonly List<(string Role, int Element)> _marks = [];

    /// <summary>A picture comes next.</summary>
    public void AddPicture(string meaning)
    {
        _marks.Add((Figure, _elements.Count));
        _elements.Add(new Element(Figure, null, $"/Alt {Text(meaning)}", [_marks.Count - 1]));
    }

    /// <summary>Lines that belong together come next; the marks are named in the order of reading, which within a line may not be that of drawing.</summary>
    public void AddText(TextRole role, string? languageTag, IReadOnlyList<TextLine> lines)
    {
        List<int> kids = [];
        foreach (var line in lines)
        {
            var first = _marks.Count;
            _marks.AddRange(line.Runs.Select(_ => (role.ToString(), _elements.Count)));
            kids.AddRange(line.Runs.Select((run, index) => (run.Order, Mark: first + index)).OrderBy(run => run.Order).Select(run => run.Mark));
        }

        if (kids.Count == 0)
        {
            return;
        }

        var isComplex = lines.Any(line => line.IsRightToLeft || line.Runs.Any(run => run.IsComplex));
        var whole = string.Join(' ', lines.Select(line => line.Text));
        _elements.Add(new Element(role.ToString(), languageTag, isComplex ? $"/ActualText {Text(whole)}" : string.Empty, kids));
    }

    /// <summary>The same file, tagged, with what lies under the page, and the QR code in its place.</summary>
    public byte[] AddTo(byte[] pdf, string languageTag, StreamToken ground, StreamToken code)
    {
        using var document = PdfDocument.Open(pdf, ParsingOptions.LenientParsingOff);
        var structure = document.Structure;
        var references = structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(reference => reference.ObjectNumber).ToArray();
        var page = references.First(reference => structure.GetObject(reference).Data is DictionaryToken dictionary && dictionary.TryGet(NameToken.Type, out NameToken type) && type.Data is "Page");
        var content = ((IndirectReferenceToken)((DictionaryToken)structure.GetObject(page).Data).Data[NameToken.Contents]).Data;
        var under = new IndirectReference(references.Length + 1, 0);
        var root = references.Length + 2; // then the document, then the elements

        using var file = new PdfFile();
        foreach (var reference in references)
        {
            var token = structure.GetObject(reference).Data;
            file.Add(reference.ObjectNumber, reference switch
            {
                _ when reference.Equals(content) => MarkedContent.Of((StreamToken)token, [.. _marks.Select(mark => mark.Role)]),
                _ when reference.Equals(page) => MarkedContent.WithGround((DictionaryToken)token, under)
                    .With(NameToken.Create("StructParents"), new NumericToken(0)).With(NameToken.Create("Tabs"), NameToken.Create("S")),
                _ when reference.Equals(structure.Trailer.Root) => ((DictionaryToken)token)
                    .With(NameToken.Create("Lang"), new StringToken(languageTag))
                    .With(NameToken.Create("MarkInfo"), new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Create("Marked")] = BooleanToken.True }))
                    .With(NameToken.Create("StructTreeRoot"), new IndirectReferenceToken(new IndirectReference(root, 0))),
                _ when QrPicture.IsPlace(token) => code,
                _ => token,
            });
        }

        file.Add(under.ObjectNumber, ground);

        var all = string.Join(' ', _elements.Select((_, index) => $"{root + 2 + index} 0 R"));
        var parents = string.Join(' ', _marks.Select(mark => $"{root + 2 + mark.Element} 0 R"));
        file.Add(root, $"<</Type /StructTreeRoot /K {root + 1} 0 R /ParentTree <</Nums [0 [{parents}]]>>>>");
        file.Add(root + 1, $"<</Type /StructElem /S /Document /P {root} 0 R /K [{all}]>>");
        for (var i = 0; i < _elements.Count; i++)
        {
            var (role, language, words, kids) = _elements[i];
            var lang = language is null ? string.Empty : $"/Lang ({language}) ";
            file.Add(root + 2 + i, $"<</Type /StructElem /S /{role} /P {root + 1} 0 R /Pg {page.ObjectNumber} 0 R {lang}{words} /K [{string.Join(' ', kids)}]>>");
        }

        return file.End(structure.Trailer);
    }

    // Hexadecimal UTF-16: nothing to escape.
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private sealed record Element(string Role, string? LanguageTag, string Words, IReadOnlyList<int> Marks);
}
