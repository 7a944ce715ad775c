using System.Globalization;
using System.IO.Compression;
using System.Text;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;

namespace ResidentPortal.Tests.Updates.Corpus;

/// <summary>Writes PDF files object by object, good ones and bad ones.</summary>
internal sealed class PdfForge
{
    public const string Words = "Proof of address";
    private readonly List<byte[]> _objects = [];

    /// <summary>The number the next object gets.</summary>
    public int Next => _objects.Count + 1;

    /// <summary>A paper of one page. Further objects begin at 6.</summary>
    public static byte[] Paper(string catalog = "", string page = "", string trailer = "", params string[] more)
    {
        var forge = OfPages(catalog, page, 1);
        foreach (var text in more)
        {
            forge.Add(text);
        }

        return forge.End(trailer);
    }

    /// <summary>Catalog 1, page tree 2, words 3, font 4, pages from 5.</summary>
    public static PdfForge OfPages(string catalog, string page, int count)
    {
        var forge = new PdfForge();
        forge.Add($"<</Type /Catalog /Pages 2 0 R {catalog}>>");
        forge.Add($"<</Type /Pages /Count {count} /Kids [{string.Join(' ', Enumerable.Range(5, count).Select(number => $"{number} 0 R"))}] /MediaBox [0 0 595 842] /Resources <</Font <</F1 4 0 R>>>>>>");
        forge.AddStream(string.Empty, Encoding.ASCII.GetBytes($"BT /F1 24 Tf 72 720 Td ({Words}) Tj ET"));
        forge.Add("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>");
        for (var i = 0; i < count; i++)
        {
            forge.Add($"<</Type /Page /Parent 2 0 R {(page.Contains("/Contents", StringComparison.Ordinal) ? string.Empty : "/Contents 3 0 R")} {page}>>");
        }

        return forge;
    }

    public int Add(string text) => Add(Encoding.Latin1.GetBytes(text));

    public int AddStream(string entries, byte[] data) =>
        Add([.. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<</Length {data.Length} {entries}>>\nstream\n")), .. data, .. "\nendstream"u8]);

    public byte[] End(string trailer = "")
    {
        using var file = new MemoryStream();
        file.Write("%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n"u8);
        List<long> offsets = [];
        for (var i = 0; i < _objects.Count; i++)
        {
            offsets.Add(file.Position);
            Write($"{i + 1} 0 obj\n");
            file.Write(_objects[i]);
            Write($"\nendobj\n");
        }

        var start = file.Position;
        Write($"xref\n0 {_objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => Write($"{offset:D10} 00000 n \n"));
        Write($"trailer\n<</Size {_objects.Count + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Write(FormattableString text) => file.Write(Encoding.Latin1.GetBytes(FormattableString.Invariant(text)));
    }

    /// <summary>A file whose objects are all in one packed stream, told by a packed table (ISO 32000-2, 7.5.7 and 7.5.8).</summary>
    public static byte[] WithPackedObjects(string catalog, byte[]? packed = null)
    {
        string[] objects = [$"<</Type /Catalog /Pages 2 0 R {catalog}>>", "<</Type /Pages /Count 1 /Kids [3 0 R]>>", "<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>>"];
        var index = string.Empty;
        var body = string.Empty;
        for (var i = 0; i < objects.Length; i++)
        {
            index += string.Create(CultureInfo.InvariantCulture, $"{i + 1} {body.Length} ");
            body += objects[i] + " ";
        }

        packed ??= Zlib(Encoding.Latin1.GetBytes(index + body));
        using var file = new MemoryStream();
        Write($"%PDF-1.7\n");
        var at = (int)file.Position;
        Write($"4 0 obj\n<</Type /ObjStm /N 3 /First {index.Length} /Filter /FlateDecode /Length {packed.Length}>>\nstream\n");
        file.Write(packed);
        Write($"\nendstream\nendobj\n");
        var start = (int)file.Position;
        byte[] table = [0, 0, 0, 0, 2, 0, 4, 0, 2, 0, 4, 1, 2, 0, 4, 2, 1, (byte)(at >> 8), (byte)at, 0, 1, (byte)(start >> 8), (byte)start, 0];
        Write($"5 0 obj\n<</Type /XRef /Size 6 /W [1 2 1] /Root 1 0 R /Length {table.Length}>>\nstream\n");
        file.Write(table);
        Write($"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n");
        return file.ToArray();

        void Write(FormattableString text) => file.Write(Encoding.Latin1.GetBytes(FormattableString.Invariant(text)));
    }

    public static byte[] Zlib(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(plain);
        }

        return packed.ToArray();
    }

    /// <summary>What qpdf makes of a file.</summary>
    public static async Task<byte[]> ByQpdfAsync(byte[] pdf, params string[] arguments)
    {
        using var source = new CardFile(pdf);
        using var target = new CardFile([]);
        (await OutsideTools.AskAsync("qpdf", [.. arguments, source.Path, target.Path])).ExitCode.ShouldBe(0);
        return await File.ReadAllBytesAsync(target.Path);
    }

    private int Add(byte[] content)
    {
        _objects.Add(content);
        return _objects.Count;
    }
}
