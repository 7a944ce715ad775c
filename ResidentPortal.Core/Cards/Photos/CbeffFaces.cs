using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>The enrolled faces in a CBEFF document (ISO/IEC 19785-3, as MOSIP writes it): a tree of records, of which one with a face is wanted.</summary>
internal static class CbeffFaces
{
    private const int LargestDocument = 16 * 1024 * 1024;
    private const int LargestFace = 6 * 1024 * 1024;
    private const int Deepest = 8;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LargestDocument,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>
    /// The face records, the one to print first: raw before processed (which may be a template), then the newest, then in the order of the document.
    /// Empty ones cannot be read. Null where the document is none. The photo of an exception shows more than a face and is none.
    /// </summary>
    public static IReadOnlyList<byte[]>? In(byte[] document)
    {
        if (document.Length > LargestDocument)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new MemoryStream(document, writable: false), Careful);
            var faces = new List<Face>();
            reader.MoveToContent();
            return Read(reader, faces, depth: 0)
                ? [.. faces.OrderByDescending(face => face.IsRaw).ThenByDescending(face => face.CreatedAt).Select(face => LooseBase64.Decode(face.Block, LargestFace) ?? [])]
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    /// <summary>Reads a record and those within it; false where the element is none.</summary>
    private static bool Read(XmlReader reader, List<Face> faces, int depth)
    {
        if (reader.LocalName is not "BIR" || depth > Deepest)
        {
            return false;
        }

        XElement? about = null;
        var block = string.Empty;
        var isException = false;
        using var record = reader.ReadSubtree();
        record.Read();
        record.Read();
        while (!record.EOF)
        {
            switch (record.NodeType is XmlNodeType.Element ? record.LocalName : string.Empty)
            {
                case "BIR":
                    Read(record, faces, depth + 1);
                    record.Read();
                    break;
                case "BDBInfo":
                    about = (XElement)XNode.ReadFrom(record);
                    break;
                case "BDB" when about is null || IsFace(about):
                    block = record.ReadElementContentAsString();
                    break;
                case "others" or "Others":
                    isException |= IsException((XElement)XNode.ReadFrom(record));
                    break;
                case "BDB" or "SB":
                    record.Skip();
                    break;
                default:
                    record.Read();
                    break;
            }
        }

        if (about is not null && IsFace(about) && !isException && !string.IsNullOrWhiteSpace(block))
        {
            faces.Add(new Face(IsRaw(about), CreatedAt(about), block));
        }

        return true;
    }

    private static bool IsFace(XElement about) => Words(about, "Type").Contains("Face", StringComparer.OrdinalIgnoreCase);

    private static bool IsRaw(XElement about) => Words(about, "Level").Contains("Raw", StringComparer.OrdinalIgnoreCase);

    private static DateTimeOffset CreatedAt(XElement about) =>
        DateTimeOffset.TryParse(Value(about, "CreationDate"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : DateTimeOffset.MinValue;

    // <entry key="EXCEPTION">true</entry>, and in older files <Key>EXCEPTION</Key><Value>true</Value>.
    private static bool IsException(XElement others) =>
        others.Elements().Any(entry => IsNamed((string?)entry.Attribute("key")) && IsTrue(entry.Value))
        || (IsNamed(Value(others, "Key")) && IsTrue(Value(others, "Value")));

    private static bool IsNamed(string? name) => string.Equals(name?.Trim(), "EXCEPTION", StringComparison.OrdinalIgnoreCase);

    private static bool IsTrue(string? value) => string.Equals(value?.Trim(), "true", StringComparison.OrdinalIgnoreCase);

    private static string[] Words(XElement about, string name) =>
        Value(about, name)?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static string? Value(XElement element, string name) => element.Elements().FirstOrDefault(child => string.Equals(child.Name.LocalName, name, StringComparison.Ordinal))?.Value;

    /// <summary>A face in the document, still as text.</summary>
    private sealed record Face(bool IsRaw, DateTimeOffset CreatedAt, string Block);
}
