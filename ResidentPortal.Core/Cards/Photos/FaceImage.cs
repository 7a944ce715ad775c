using System.Buffers.Binary;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>The sorts of image files that faces come in.</summary>
internal enum ImageKind
{
    /// <summary>JPEG 2000 in its file format.</summary>
    Jp2,

    /// <summary>JPEG 2000 as a bare codestream.</summary>
    Codestream,

    /// <summary>JPEG.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,
}

/// <summary>
/// A foreign image file, known by its first bytes – never by what the record says of it – and no larger than a photo is, by its own header: what is
/// larger never reaches a decoder.
/// </summary>
internal sealed record FaceImage(ImageKind Kind, ReadOnlyMemory<byte> Bytes)
{
    private const int LongestSide = 4096;
    private const int MostPixels = 12_000_000;
    private const int MostChannels = 4;

    private static readonly (ImageKind Kind, byte[] Start)[] Starts =
    [
        (ImageKind.Jp2, [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A]),
        (ImageKind.Codestream, [0xFF, 0x4F, 0xFF, 0x51]),
        (ImageKind.Jpeg, [0xFF, 0xD8, 0xFF]),
        (ImageKind.Png, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ];

    /// <summary>The sort of image that begins here, if any does.</summary>
    public static ImageKind? KindOf(ReadOnlySpan<byte> bytes)
    {
        foreach (var (kind, start) in Starts)
        {
            if (bytes.StartsWith(start))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>The image that begins here; null where none does, or where it is larger than a photo.</summary>
    public static FaceImage? Of(ReadOnlyMemory<byte> bytes) =>
        KindOf(bytes.Span) is { } kind && SizeOf(kind, bytes.Span) is { } size && size.IsAllowed ? new FaceImage(kind, bytes) : null;

    private static Size? SizeOf(ImageKind kind, ReadOnlySpan<byte> bytes) => kind switch
    {
        ImageKind.Jp2 => OfJp2(bytes),
        ImageKind.Codestream => OfCodestream(bytes),
        ImageKind.Jpeg => OfJpeg(bytes),
        _ => bytes.Length < 24 ? null : new Size(Number(bytes[16..]), Number(bytes[20..]), Channels: 1),
    };

    /// <summary>The size of the codestream within, which is what gets decoded; the boxes around it may say anything.</summary>
    private static Size? OfJp2(ReadOnlySpan<byte> bytes)
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
                return KindOf(rest[header..]) is ImageKind.Codestream ? OfCodestream(rest[header..]) : null;
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
    private static Size? OfCodestream(ReadOnlySpan<byte> bytes) => bytes.Length < 42 ? null
        : new Size((long)Number(bytes[8..]) - Number(bytes[16..]), (long)Number(bytes[12..]) - Number(bytes[20..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[40..]));

    // The size stands in the frame header, behind segments that say how long they are (ISO/IEC 10918-1 §B.2.2).
    private static Size? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        for (var rest = bytes[2..]; rest.Length >= 10 && rest[0] == 0xFF;)
        {
            var marker = rest[1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new Size(BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]), rest[9]);
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

    private sealed record Size(long Width, long Height, int Channels)
    {
        public bool IsAllowed => Width is >= 1 and <= LongestSide && Height is >= 1 and <= LongestSide && Width * Height <= MostPixels && Channels is >= 1 and <= MostChannels;
    }
}
