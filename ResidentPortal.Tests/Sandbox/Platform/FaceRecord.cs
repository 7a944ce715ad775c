using System.Buffers.Binary;

namespace ResidentPortal.Sandbox;

/// <summary>An image wrapped as MOSIP's devices do it (ISO/IEC 19794-5:2011): one representation, one quality block, no landmarks.</summary>
internal static class FaceRecord
{
    private const int HeaderLength = 17;
    private const int ImageAt = 73;
    private const byte Unknown = 0xFF;

    internal static byte[] Wrap(byte[] image)
    {
        var record = new byte[ImageAt + image.Length];
        "FAC\0"u8.CopyTo(record);
        "030\0"u8.CopyTo(record.AsSpan(4));
        BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(8), record.Length);
        BinaryPrimitives.WriteInt16BigEndian(record.AsSpan(12), 1);
        BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(HeaderLength), record.Length - HeaderLength);
        record.AsSpan(21, 9).Fill(Unknown);
        WriteQuality(record.AsSpan(35));
        record[58] = 1; // a full frontal face
        record[59] = TypeOf(image);
        record[68] = 1; // RGB
        BinaryPrimitives.WriteInt32BigEndian(record.AsSpan(69), image.Length);
        image.CopyTo(record, ImageAt);
        return record;
    }

    private static void WriteQuality(Span<byte> blocks)
    {
        blocks[0] = 1;
        blocks[1] = 80;
        BinaryPrimitives.WriteInt16BigEndian(blocks[2..], 1);
        BinaryPrimitives.WriteInt16BigEndian(blocks[4..], 1);
    }

    private static byte TypeOf(byte[] image) => image switch
    {
        [0xFF, 0xD8, ..] => 0,
        [0x89, ..] => 3,
        _ => 1,
    };
}
