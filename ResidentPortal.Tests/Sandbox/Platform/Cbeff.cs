using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ResidentPortal.Sandbox;

/// <summary>Biometrics as MOSIP keeps them (CBEFF, ISO/IEC 19785-3): a record that holds a record for each finger, eye and face.</summary>
internal static class Cbeff
{
    private static readonly XNamespace Space = "http://standards.iso.org/iso-iec/19785/-3/ed-2/";

    internal static byte[] Document(params IEnumerable<CbeffPart> parts)
    {
        var document = new XDocument(new XElement(Space + "BIR", Integrity(), parts.Select(Record)));
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            document.Save(writer);
        }

        return bytes.ToArray();
    }

    private static XElement Record(CbeffPart part) => new(
        Space + "BIR",
        Version("Version"),
        Version("CBEFFVersion"),
        Integrity(),
        new XElement(
            Space + "BDBInfo",
            new XElement(Space + "Index", new Guid(part.Format, 0, 0, new byte[8])),
            new XElement(Space + "Format", Element("Organization", "Mosip"), Element("Type", part.Format.ToString(CultureInfo.InvariantCulture))),
            Element("CreationDate", "2026-01-15T10:00:00.000Z"),
            Element("Type", part.Type),
            Element("Subtype", part.Subtype),
            Element("Level", "Raw"),
            Element("Purpose", "Enroll"),
            new XElement(Space + "Quality", new XElement(Space + "Algorithm", Element("Organization", "HMAC"), Element("Type", "SHA-256")), Element("Score", "80"))),
        Element("BDB", Convert.ToBase64String(part.Block)),
        new XElement(
            Space + "others",
            new XElement(Space + "entry", new XAttribute("key", "EXCEPTION"), part.IsException ? "true" : "false"),
            new XElement(Space + "entry", new XAttribute("key", "RETRIES"), "1")));

    private static XElement Version(string name) => new(Space + name, Element("Major", "1"), Element("Minor", "1"));

    private static XElement Integrity() => new(Space + "BIRInfo", Element("Integrity", "false"));

    private static XElement Element(string name, string value) => new(Space + name, value);
}

/// <summary>One record of the biometrics.</summary>
internal sealed record CbeffPart(string Type, string Subtype, int Format, byte[] Block, bool IsException = false)
{
    private const int FingerFormat = 7;
    private const int FaceFormat = 8;

    /// <summary>A finger, whose image nobody looks at.</summary>
    internal static CbeffPart Finger { get; } = new("Finger", "Left IndexFinger", FingerFormat, [.. "FIR\0"u8, .. new byte[60]]);

    /// <summary>A face.</summary>
    internal static CbeffPart Face(byte[] image) => new("Face", "", FaceFormat, FaceRecord.Wrap(image));

    /// <summary>A face that could not be taken.</summary>
    internal static CbeffPart NoFace { get; } = new("Face", "", FaceFormat, [], IsException: true);

    /// <summary>The photo that documents an exception: waist up, with hands.</summary>
    internal static CbeffPart ExceptionPhoto(byte[] image) => new("ExceptionPhoto", "", FaceFormat, FaceRecord.Wrap(image));
}
