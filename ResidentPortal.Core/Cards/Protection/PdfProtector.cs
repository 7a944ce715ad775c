using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig.Writer;

namespace ResidentPortal.Core.Cards.Protection;

/// <summary>
/// Puts a password on a PDF that our own drawing code made. Encryption covers strings and streams only, so every other object goes into one
/// (encrypted) object stream: otherwise font names and width tables would tell which letters are on the card. Not for files from outside.
/// </summary>
internal static class PdfProtector
{
    private const int CrossReferenceSize = 7; // type, offset or object stream (4), index (2)

    /// <summary>The same document, readable with the password only. No password lifts the permissions.</summary>
    public static byte[] Protect(byte[] pdf, string password, PdfPermissions permissions)
    {
        using var security = new Revision6SecurityHandler(password, permissions);
        using var document = PdfDocument.Open(pdf, ParsingOptions.LenientParsingOff);
        var structure = document.Structure;
        var references = structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(reference => reference.ObjectNumber).ToArray();
        var count = references.Length;
        var (packed, encrypt, crossReferences) = (count + 1, count + 2, count + 3); // numbers of the three objects that are added

        using var output = new MemoryStream(pdf.Length + 4096);
        using var packedBody = new MemoryStream();
        var packedIndex = new StringBuilder();
        var packedCount = 0;
        var table = new byte[(crossReferences + 1) * CrossReferenceSize]; // entry 0 stays zero: free
        var writer = new TokenWriter();

        output.Write("%PDF-1.7\n%\u00D3\u00EB\u00E9\u00E1\n"u8);
        foreach (var reference in references)
        {
            var number = (int)reference.ObjectNumber;
            var token = structure.GetObject(reference).Data;
            var isCatalog = reference.Equals(structure.Trailer.Root);
            if (token is StreamToken || isCatalog) // Adobe Reader 8 cannot find the catalog of an encrypted file in an object stream
            {
                SetEntry(table, number, type: 1, (int)output.Position, index: 0);
                WriteObject(writer, output, number, Encrypt(isCatalog ? WithRevision6Extension((DictionaryToken)token) : token, security));
            }
            else
            {
                SetEntry(table, number, type: 2, packed, packedCount++);
                packedIndex.Append(CultureInfo.InvariantCulture, $"{number} {packedBody.Position} ");
                writer.WriteToken(token, packedBody);
                packedBody.WriteByte((byte)'\n');
            }
        }

        SetEntry(table, packed, type: 1, (int)output.Position, index: 0);
        WriteObject(writer, output, packed, EncryptStream(Pack(packedIndex.ToString(), packedBody, packedCount), security));

        SetEntry(table, encrypt, type: 1, (int)output.Position, index: 0);
        Write(output, $"{encrypt} 0 obj\n{security.EncryptDictionary}\nendobj\n");

        var start = (int)output.Position;
        SetEntry(table, crossReferences, type: 1, start, index: 0);
        WriteObject(writer, output, crossReferences, new StreamToken(Trailer(structure, encrypt, crossReferences + 1, table.Length), table)); // never encrypted
        Write(output, $"startxref\n{start}\n%%EOF\n");
        return output.ToArray();
    }

    private static StreamToken Pack(string index, MemoryStream body, int count)
    {
        using var data = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(Encoding.ASCII.GetBytes(index));
            body.WriteTo(zlib);
        }

        return new StreamToken(
            Dictionary(("Type", NameToken.Create("ObjStm")), ("N", new NumericToken(count)), ("First", new NumericToken(index.Length)), ("Filter", NameToken.FlateDecode)),
            data.ToArray());
    }

    private static DictionaryToken Trailer(Structure structure, int encrypt, int size, int length)
    {
        var id = new HexToken(Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        var trailer = Dictionary(
            ("Type", NameToken.Create("XRef")), ("Size", new NumericToken(size)), ("W", new ArrayToken([new NumericToken(1), new NumericToken(4), new NumericToken(2)])),
            ("Root", new IndirectReferenceToken(structure.Trailer.Root)), ("Encrypt", new IndirectReferenceToken(new IndirectReference(encrypt, 0))),
            ("ID", new ArrayToken([id, id])), ("Length", new NumericToken(length)));
        return structure.Trailer.Info is { } info ? trailer.With(NameToken.Info, info) : trailer;
    }

    // Revision 6 belongs to PDF 2.0; in a 1.7 file it is Adobe's extension level 8. PdfPig's strict mode refuses a 2.0 header.
    private static DictionaryToken WithRevision6Extension(DictionaryToken catalog) => catalog.With(NameToken.Create("Extensions"), Dictionary(
        ("ADBE", Dictionary(("BaseVersion", NameToken.Create("1.7")), ("ExtensionLevel", new NumericToken(8))))));

    private static IToken Encrypt(IToken token, Revision6SecurityHandler security) => token switch
    {
        StreamToken stream => EncryptStream(stream, security),
        DictionaryToken dictionary => EncryptDictionary(dictionary, security),
        ArrayToken array => new ArrayToken(array.Data.Select(item => Encrypt(item, security)).ToArray()),
        StringToken text => new HexToken(Convert.ToHexString(security.Encrypt(text.GetBytes()))), // hexadecimal: nothing to escape
        HexToken text => new HexToken(Convert.ToHexString(security.Encrypt(text.Bytes))),
        NameToken or NumericToken or BooleanToken or NullToken or IndirectReferenceToken => token,
        _ => throw new InvalidDataException($"{token.GetType().Name} is not known here and would go out unencrypted."),
    };

    private static DictionaryToken EncryptDictionary(DictionaryToken dictionary, Revision6SecurityHandler security) =>
        new(dictionary.Data.ToDictionary(entry => NameToken.Create(entry.Key), entry => Encrypt(entry.Value, security)));

    private static StreamToken EncryptStream(StreamToken stream, Revision6SecurityHandler security)
    {
        var data = security.Encrypt(stream.Data.Span); // as stored: filters stay, encryption goes around them
        return new StreamToken(EncryptDictionary(stream.StreamDictionary, security).With(NameToken.Length, new NumericToken(data.Length)), data);
    }

    private static DictionaryToken Dictionary(params ReadOnlySpan<(string Name, IToken Value)> entries) =>
        new(entries.ToArray().ToDictionary(entry => NameToken.Create(entry.Name), entry => entry.Value));

    private static void SetEntry(byte[] table, int number, byte type, int value, int index)
    {
        var entry = table.AsSpan(number * CrossReferenceSize, CrossReferenceSize);
        entry[0] = type;
        BinaryPrimitives.WriteInt32BigEndian(entry[1..], value);
        BinaryPrimitives.WriteUInt16BigEndian(entry[5..], checked((ushort)index));
    }

    private static void WriteObject(TokenWriter writer, MemoryStream output, int number, IToken token) =>
        writer.WriteToken(new ObjectToken(XrefLocation.File(0), new IndirectReference(number, 0), token), output);

    private static void Write(MemoryStream output, FormattableString text) => output.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant(text)));
}
