using System.Globalization;
using System.Text;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.CrossReference;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>A plain PDF, written object after object, with a table of where each begins (ISO 32000-2, 7.5).</summary>
internal sealed class PdfFile : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly SortedDictionary<long, long> _offsets = [];
    private readonly TokenWriter _writer = new();

    public PdfFile() => _output.Write("%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n"u8);

    /// <summary>The next object.</summary>
    public void Add(long number, IToken token)
    {
        _offsets[number] = _output.Position;
        _writer.WriteToken(new ObjectToken(XrefLocation.File(0), new IndirectReference(number, 0), token), _output);
    }

    /// <summary>The next object, as it is written.</summary>
    public void Add(long number, string text)
    {
        _offsets[number] = _output.Position;
        Write($"{number} 0 obj\n{text}\nendobj\n");
    }

    /// <summary>The whole file.</summary>
    public byte[] End(TrailerDictionary trailer) => End(trailer.Root, trailer.Info is IndirectReferenceToken { Data: var info } ? info : null);

    /// <summary>The whole file, by the number of its root, and where it has one, of what is said about it.</summary>
    public byte[] End(IndirectReference root, IndirectReference? about = null)
    {
        var start = _output.Position;
        Write($"xref\n0 {_offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in _offsets.Values)
        {
            Write($"{offset:D10} 00000 n \n");
        }

        var info = about is { } reference ? string.Create(CultureInfo.InvariantCulture, $" /Info {reference.ObjectNumber} 0 R") : string.Empty;
        Write($"trailer\n<</Size {_offsets.Count + 1} /Root {root.ObjectNumber} 0 R{info}>>\nstartxref\n{start}\n%%EOF\n");
        return _output.ToArray();
    }

    public void Dispose() => _output.Dispose();

    private void Write(FormattableString text) => _output.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant(text)));
}
