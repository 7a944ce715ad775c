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
        KindOf(bytes.Span) is { } kind && ImageSize.Of(kind, bytes.Span) is { } size && IsAllowed(size) ? new FaceImage(kind, bytes) : null;

    private static bool IsAllowed(ImageSize size) =>
        size is { Width: >= 1 and <= LongestSide, Height: >= 1 and <= LongestSide, Channels: >= 1 and <= MostChannels } && size.Width * size.Height <= MostPixels;
}
