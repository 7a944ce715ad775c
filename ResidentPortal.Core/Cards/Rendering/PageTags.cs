using System.Globalization;
using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

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
    private readonly List<Element> _elements = [];
    private readonly List<(string Role, int Element)> _marks = [];

    /// <summary>A picture comes next.</summary>
    public void AddPicture(string meaning)
    {
        _marks.Add(("Figure", _elements.Count));
        _elements.Add(new Element("Figure", null, $"/Alt {Text(meaning)}", [_marks.Count - 1]));
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

    /// <summary>The same file, tagged.</summary>
    public byte[] AddTo(byte[] pdf, string languageTag)
    {
        using var document = PdfDocument.Open(pdf, ParsingOptions.LenientParsingOff);
        var structure = document.Structure;
        var references = structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(reference => reference.ObjectNumber).ToArray();
        var page = references.First(reference => structure.GetObject(reference).Data is DictionaryToken dictionary && dictionary.TryGet(NameToken.Type, out NameToken type) && type.Data is "Page");
        var content = ((IndirectReferenceToken)((DictionaryToken)structure.GetObject(page).Data).Data[NameToken.Contents]).Data;
        var root = references.Length + 1; // then the document, then the elements

        using var file = new PdfFile();
        foreach (var reference in references)
        {
            var token = structure.GetObject(reference).Data;
            file.Add(reference.ObjectNumber, reference switch
            {
                _ when reference.Equals(content) => Mark((StreamToken)token),
                _ when reference.Equals(page) => ((DictionaryToken)token).With(NameToken.Create("StructParents"), new NumericToken(0)).With(NameToken.Create("Tabs"), NameToken.Create("S")),
                _ when reference.Equals(structure.Trailer.Root) => ((DictionaryToken)token)
                    .With(NameToken.Create("Lang"), new StringToken(languageTag))
                    .With(NameToken.Create("MarkInfo"), new DictionaryToken(new Dictionary<NameToken, IToken> { [NameToken.Create("Marked")] = BooleanToken.True }))
                    .With(NameToken.Create("StructTreeRoot"), new IndirectReferenceToken(new IndirectReference(root, 0))),
                _ => token,
            });
        }

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

    private StreamToken Mark(StreamToken content)
    {
        using var plain = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(content.Data.ToArray()), CompressionMode.Decompress))
        {
            zlib.CopyTo(plain);
        }

        using var packed = new MemoryStream();
        var next = 0;
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var marked = new BufferedStream(zlib, 1 << 15))
        {
            marked.Write("/Artifact BMC\n"u8);
            var rest = plain.GetBuffer().AsSpan(0, (int)plain.Length);
            while (!rest.IsEmpty)
            {
                var line = rest[..(rest.IndexOf((byte)'\n') is >= 0 and var end ? end + 1 : rest.Length)];
                rest = rest[line.Length..];
                var isPicture = line.EndsWith(" Do\n"u8);
                if (isPicture || line.SequenceEqual("BT\n"u8))
                {
                    marked.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"EMC\n/{_marks[next].Role} <</MCID {next}>> BDC\n")));
                    next++;
                }

                marked.Write(line);
                if (isPicture || line.SequenceEqual("ET\n"u8))
                {
                    marked.Write("EMC\n/Artifact BMC\n"u8);
                }
            }

            marked.Write("\nEMC\n"u8);
        }

        if (next != _marks.Count)
        {
            throw new InvalidDataException($"{_marks.Count} things were written down and {next} drawn.");
        }

        return new StreamToken(content.StreamDictionary.With(NameToken.Length, new NumericToken(packed.Length)), packed.ToArray());
    }

    // Hexadecimal UTF-16: nothing to escape.
    private static string Text(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    private sealed record Element(string Role, string? LanguageTag, string Words, IReadOnlyList<int> Marks);
}
