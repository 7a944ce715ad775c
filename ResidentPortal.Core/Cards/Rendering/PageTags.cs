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
/// What is what on the pages, for screen readers (ISO 32000-2, 14.7 and 14.8): SkiaSharp draws but does not tag. Skia writes one text object for each run and one
/// <c>Do</c> for each picture, in the order of drawing, so the n-th drawn thing is the n-th that was written down here; the rest is ornament.
/// </summary>
internal sealed class PageTags
{
    private const string Figure = "Figure";
    private readonly List<Element> _elements = [];
    private readonly List<List<(string? Role, int Element)>> _pages = [[]];

    /// <summary>The rest stands on the next page.</summary>
    public void TurnPage() => _pages.Add([]);

    /// <summary>A picture comes next.</summary>
    public void AddPicture(string meaning)
    {
        var page = _pages[^1];
        page.Add((Figure, _elements.Count));
        _elements.Add(new Element(Figure, null, meaning) { Marks = { (_pages.Count - 1, page.Count - 1) } });
    }

    /// <summary>A line comes next that is not read, such as the number of the page.</summary>
    public void AddOrnament(TextLine line) => _pages[^1].AddRange(line.Runs.Select(_ => ((string?)null, -1)));

    /// <summary>Lines that belong together come next; the marks are named in the order of reading, which within a line may not be that of drawing.</summary>
    /// <param name="role">What they are.</param>
    /// <param name="languageTag">Their language, where it is not that of the page.</param>
    /// <param name="lines">The lines.</param>
    /// <param name="isContinued">Whether they go on from the last ones, on a page before.</param>
    public void AddText(TextRole role, string? languageTag, IReadOnlyList<TextLine> lines, bool isContinued = false)
    {
        if (!lines.Any(line => line.Runs.Count > 0))
        {
            return;
        }

        if (!isContinued)
        {
            _elements.Add(new Element(role.ToString(), languageTag, null));
        }

        var (page, element) = (_pages[^1], _elements[^1]);
        element.Lines.AddRange(lines);
        foreach (var line in lines)
        {
            var first = page.Count;
            page.AddRange(line.Runs.Select(_ => ((string?)element.Role, _elements.Count - 1)));
            element.Marks.AddRange(line.Runs.Select((run, index) => (run.Order, Mark: first + index)).OrderBy(run => run.Order).Select(run => (_pages.Count - 1, run.Mark)));
        }
    }

    /// <summary>The same file, tagged, with what lies under each page, and the QR code in its place.</summary>
    public byte[] AddTo(byte[] pdf, string languageTag, StreamToken? ground = null, StreamToken? code = null)
    {
        using var document = PdfDocument.Open(pdf, ParsingOptions.LenientParsingOff);
        var structure = document.Structure;
        var references = structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(reference => reference.ObjectNumber).ToArray();
        var pages = PagesUnder(structure, ((IndirectReferenceToken)structure.Catalog.CatalogDictionary.Data[NameToken.Pages]).Data).ToList();
        var contents = pages.ConvertAll(page => ((IndirectReferenceToken)((DictionaryToken)structure.GetObject(page).Data).Data[NameToken.Contents]).Data);
        var under = new IndirectReference(references.Length + 1, 0);
        var root = references.Length + (ground is null ? 1 : 2); // then the document, then the elements

        using var file = new PdfFile();
        foreach (var reference in references)
        {
            var token = structure.GetObject(reference).Data;
            file.Add(reference.ObjectNumber, reference switch
            {
                _ when contents.IndexOf(reference) is >= 0 and var page => MarkedContent.Of((StreamToken)token, [.. _pages[page].Select(mark => mark.Role)], hasGround: ground is not null),
                _ when pages.IndexOf(reference) is >= 0 and var page => WithTags((DictionaryToken)token, page),
                _ when reference.Equals(structure.Trailer.Root) => ((DictionaryToken)token)
                    .With(NameToken.Create("Lang"), new StringToken(languageTag))
                    .With(NameToken.Create("MarkInfo"), new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Create("Marked")] = BooleanToken.True }))
                    .With(NameToken.Create("StructTreeRoot"), new IndirectReferenceToken(new IndirectReference(root, 0))),
                _ when code is not null && QrPicture.IsPlace(token) => code,
                _ => token,
            });
        }

        if (ground is not null)
        {
            file.Add(under.ObjectNumber, ground);
        }

        var all = string.Join(' ', _elements.Select((_, index) => $"{root + 2 + index} 0 R"));
        var parents = string.Join(' ', _pages.Select((page, number) =>
            $"{number} [{string.Join(' ', page.Select(mark => mark.Role is null ? "null" : $"{root + 2 + mark.Element} 0 R"))}]"));
        file.Add(root, $"<</Type /StructTreeRoot /K {root + 1} 0 R /ParentTree <</Nums [{parents}]>>>>");
        file.Add(root + 1, $"<</Type /StructElem /S /Document /P {root} 0 R /K [{all}]>>");
        for (var i = 0; i < _elements.Count; i++)
        {
            var element = _elements[i];
            var (lang, home) = (element.LanguageTag is null ? string.Empty : $"/Lang ({element.LanguageTag}) ", element.Marks[0].Page);
            var kids = element.Marks.Select(mark => mark.Page == home ? $"{mark.Mark}" : $"<</Type /MCR /Pg {pages[mark.Page].ObjectNumber} 0 R /MCID {mark.Mark}>>");
            file.Add(root + 2 + i, $"<</Type /StructElem /S /{element.Role} /P {root + 1} 0 R /Pg {pages[home].ObjectNumber} 0 R {lang}{element.Words} /K [{string.Join(' ', kids)}]>>");
        }

        return file.End(structure.Trailer);

        DictionaryToken WithTags(DictionaryToken page, int number) => (ground is null ? page : MarkedContent.WithGround(page, under))
            .With(NameToken.Create("StructParents"), new NumericToken(number)).With(NameToken.Create("Tabs"), NameToken.Create("S"));
    }

    private static IEnumerable<IndirectReference> PagesUnder(Structure structure, IndirectReference node) => ((DictionaryToken)structure.GetObject(node).Data).TryGet(NameToken.Kids, out ArrayToken kids)
        ? kids.Data.Cast<IndirectReferenceToken>().SelectMany(kid => PagesUnder(structure, kid.Data))
        : [node];

    private sealed record Element(string Role, string? LanguageTag, string? Meaning)
    {
        public List<TextLine> Lines { get; } = [];

        public List<(int Page, int Mark)> Marks { get; } = [];

        public string Words => Meaning is not null ? $"/Alt {Text(Meaning)}"
            : Lines.Any(line => line.IsRightToLeft || line.Runs.Any(run => run.IsComplex)) ? $"/ActualText {Text(string.Join(' ', Lines.Select(line => line.Text)))}"
            : string.Empty;

        // Hexadecimal UTF-16: nothing to escape.
        private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";
    }
}
