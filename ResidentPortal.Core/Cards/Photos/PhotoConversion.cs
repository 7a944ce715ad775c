using ImageMagick;
using ImageMagick.Configuration;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>
/// Makes the photo for a card: whatever the platform has enrolled becomes a JPEG of our own, so that no foreign image byte reaches a card or a browser. The
/// only place that knows the image library, whose native decoders are fed from outside: they are few, forbidden anything but four formats, and bounded in
/// size; a decoding cannot be broken off, so its time is bounded by its pixels.
/// </summary>
public sealed class PhotoConversion : IDisposable
{
    // The photo's box on paper, 35 by 45 mm, at 300 dots an inch.
    private const uint Width = 413;
    private const uint Height = 531;
    private const uint Quality = 85;

    // A slip of the decoder's author about a channel or a unit must not become ours: these are beyond what FaceImage lets through.
    private const ulong LongestSide = 4096;
    private const ulong MostPixels = 16_000_000;
    private const ulong MostMemory = 256 * 1024 * 1024;

    /// <summary>Nothing is allowed but to read and write photos: no other format, no address, no file, no helper program.</summary>
    private const string Policy = """
        <policymap>
          <policy domain="delegate" rights="none" pattern="*"/>
          <policy domain="filter" rights="none" pattern="*"/>
          <policy domain="path" rights="none" pattern="@*"/>
          <policy domain="coder" rights="none" pattern="*"/>
          <policy domain="coder" rights="read|write" pattern="{JP2,J2K,J2C,JPC,JPEG,JPG,PNG}"/>
        </policymap>
        """;

    /// <summary>A PNG of one white point.</summary>
    private static readonly byte[] WhitePoint = System.Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==");

    private static readonly Lazy<bool> Prepared = new(Prepare);

    private readonly SemaphoreSlim _gate = new(Environment.ProcessorCount);

    public PhotoConversion() => _ = Prepared.Value;

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

    /// <summary>Sets the library up, once for the process. It reads its policy from a file, and only at the first image: the folder is gone again after that.</summary>
    private static bool Prepare()
    {
        var folder = Directory.CreateTempSubdirectory("portal-photos-");
        try
        {
            var files = ConfigurationFiles.Default;
            files.Policy.Data = Policy;
            MagickNET.Initialize(files, folder.FullName);
            ResourceLimits.Width = ResourceLimits.Height = LongestSide;
            ResourceLimits.Area = MostPixels;
            ResourceLimits.Memory = MostMemory;
            ResourceLimits.Disk = 0;
            ResourceLimits.Thread = 1;
            ResourceLimits.ListLength = 4;
            using var first = new MagickImage(WhitePoint, MagickFormat.Png);
            return first.ToByteArray(MagickFormat.Jpeg).Length > 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
