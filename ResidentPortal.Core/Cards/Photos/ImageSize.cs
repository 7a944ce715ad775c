using System.Buffers.Binary;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>How large an image is by its own header, told without decoding it.</summary>
internal sealed record ImageSize(long Width, long Height, int Channels)
{
    /// <summary>The size of an image of a sort; null where its header does not tell.</summary>
    public static ImageSize? Of(ImageKind kind, ReadOnlySpan<byte> bytes) => kind switch
    {
        ImageKind.Jp2 => OfJp2(bytes),
        ImageKind.Codestream => OfCodestream(bytes),
        ImageKind.Jpeg => OfJpeg(bytes),
        _ => bytes.Length < 24 ? null : new ImageSize(Number(bytes[16..]), Number(bytes[20..]), Channels: 1),
    };

    /// <summary>The size of the codestream within, which is what gets decoded; the boxes around it may say anything.</summary>
    private static ImageSize? OfJp2(ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes; rest.Length >= 8;)
        {
            var (length, header) = ((long)Number(rest), 8);
            if (length == 1 && rest.Length >= 16)
            {
                (length, header) = ((long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(rest[8..]), long.MaxValue), 16);
            }

            if (rest[4..8].SequenceEqual("jp2c"u8))
            {
                return FaceImage.KindOf(rest[header..]) is ImageKind.Codestream ? OfCodestream(rest[header..]) : null;
            }

            if (length < header || length > rest.Length)
            {
                return null;
            }

            rest = rest[(int)length..];
        }

        return null;
    }

    // SIZ comes first in a codestream (ISO/IEC 15444-1 §A.5.1).
    private static ImageSize? OfCodestream(ReadOnlySpan<byte> bytes) => bytes.Length < 42 ? null
        : new ImageSize((long)Number(bytes[8..]) - Number(bytes[16..]), (long)Number(bytes[12..]) - Number(bytes[20..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[40..]));

    // The size stands in the frame header, behind segments that say how long they are (ISO/IEC 10918-1 §B.2.2).
    private static ImageSize? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes[2..]; rest.Length >= 10 && rest[0] == 0xFF;)
        {
            var marker = rest[1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new ImageSize(BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]), rest[9]);
            }

            var next = marker == 0xFF ? 1 : 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (next > rest.Length)
            {
                return null;
            }

            rest = rest[next..];
        }

        return null;
    }

    private static uint Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
