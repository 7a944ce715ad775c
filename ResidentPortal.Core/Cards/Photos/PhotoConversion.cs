using ImageMagick;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>
/// Makes the photo for a card: whatever the platform has enrolled becomes a JPEG of our own, so that no foreign image byte reaches a card or a browser. A
/// decoding cannot be broken off, so its time is bounded by its pixels.
/// </summary>
public sealed class PhotoConversion : IDisposable
{
    // The photo's box on paper, 35 by 45 mm, at 300 dots an inch.
    private const uint Width = 413;
    private const uint Height = 531;
    private const uint Quality = 85;

    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount);

    public PhotoConversion() => ImageLibrary.Prepare();

    /// <summary>The photo in a person's biometrics. Nothing in them makes this throw.</summary>
    public async Task<CardPhoto> ConvertAsync(byte[]? biometrics, CancellationToken cancellationToken)
    {
        var (image, state) = FacePhoto.Find(biometrics);
        if (image is null)
        {
            return new CardPhoto(null, state);
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Convert(image), cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    internal static CardPhoto Convert(FaceImage found)
    {
        try
        {
            using var image = new MagickImage(found.Bytes.Span, new MagickReadSettings { Format = FormatOf(found.Kind) });
            image.BackgroundColor = MagickColors.White;
            image.Alpha(AlphaAction.Remove);
            image.ColorSpace = ColorSpace.sRGB;
            image.Scale(new MagickGeometry(Width, Height) { Greater = true });
            image.Strip();
            image.Quality = Quality;
            return new CardPhoto(image.ToByteArray(MagickFormat.Jpeg), PhotoState.Ready);
        }
        catch (MagickException)
        {
            return new CardPhoto(null, PhotoState.Unreadable);
        }
    }

    private static MagickFormat FormatOf(ImageKind kind) => kind switch
    {
        ImageKind.Jp2 => MagickFormat.Jp2,
        ImageKind.Codestream => MagickFormat.J2k,
        ImageKind.Jpeg => MagickFormat.Jpeg,
        _ => MagickFormat.Png,
    };
}
