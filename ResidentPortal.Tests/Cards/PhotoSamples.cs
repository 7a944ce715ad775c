using System.Buffers.Binary;
using System.Text;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.Cards;

/// <summary>Biometrics in the shapes they come in, around drawn faces of the sandbox.</summary>
internal static class PhotoSamples
{
    public static byte[] Jp2 { get; } = File("meera.jp2");

    public static byte[] Codestream { get; } = File("elodie.j2k");

    public static byte[] Jpeg { get; } = File("abebe.jpg");

    public static byte[] Png { get; } = File("tomas.png");

    public static byte[] File(string name)
    {
        using var resource = typeof(SandboxApp).Assembly.GetManifestResourceStream($"Faces/{name}")!;
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return bytes;
    }

    /// <summary>A face record with any number of quality blocks and landmarks, and anything behind it.</summary>
    public static byte[] Record(byte[] image, int qualities = 1, int landmarks = 0, int trailing = 0, int representations = 1, uint? length = null, byte type = 1)
    {
        using var record = new MemoryStream();
        record.Write("FAC\0"u8);
        record.Write("030\0"u8);
        var body = 51 + (5 * qualities) + (8 * landmarks) + image.Length;
        Number(17 + body, 4);
        Number(representations, 2);
        record.Write(new byte[3]);
        Number(body, 4);
        record.Write(Enumerable.Repeat((byte)0xFF, 9).ToArray());
        record.Write(new byte[5]);
        record.WriteByte((byte)qualities);
        record.Write(new byte[5 * qualities]);
        Number(landmarks, 2);
        record.Write(new byte[15 + (8 * landmarks)]);
        record.WriteByte(1);
        record.WriteByte(type);
        record.Write(new byte[9]);
        Number(length ?? (uint)image.Length, 4);
        record.Write(image);
        record.Write(Enumerable.Repeat((byte)0xA5, trailing).ToArray());
        return record.ToArray();

        void Number(long value, int size)
        {
            var bytes = new byte[8];
            BinaryPrimitives.WriteInt64BigEndian(bytes, value);
            record.Write(bytes.AsSpan(8 - size));
        }
    }

    public static byte[] Document(params string[] records) =>
        Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?><BIR xmlns="http://standards.iso.org/iso-iec/19785/-3/ed-2/"><BIRInfo><Integrity>false</Integrity></BIRInfo>{string.Concat(records)}</BIR>""");

    public static string Part(byte[] block, string type = "Face", string level = "Raw", string created = "2026-01-15T10:00:00.000Z", string after = "") =>
        Part(Convert.ToBase64String(block), type, level, created, after);

    public static string Part(string block, string type = "Face", string level = "Raw", string created = "2026-01-15T10:00:00.000Z", string after = "") => $"""
        <BIR><Version><Major>1</Major><Minor>1</Minor></Version><BIRInfo><Integrity>false</Integrity></BIRInfo>
          <BDBInfo><Format><Organization>Mosip</Organization><Type>8</Type></Format><CreationDate>{created}</CreationDate><Type>{type}</Type><Subtype></Subtype><Level>{level}</Level></BDBInfo>
          <BDB>{block}</BDB><SB>c2lnbmF0dXJl</SB>{after}</BIR>
        """;

    /// <summary>A face as a document of one record.</summary>
    public static byte[] Face(byte[] image) => Document(Part(Record(image)));
}
