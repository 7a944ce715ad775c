using ImageMagick;
using ImageMagick.Formats;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Updates.Documents;

/// <summary>
/// Makes a JPEG of our own from a picture of a paper: upright, without where, when and with what it was taken, no larger than the platform takes. It is refused only for
/// what is certain; whether a paper can be read is for the officer to say.
/// </summary>
internal static class PictureCleaning
{
    private const long LeastSide = 320; // a page at 30 dots an inch
    private const double LeastContrast = 12; // of 255
    private const uint Overview = 256;

    // A page at some 210 dots an inch is what an officer needs; less only where it would not fit otherwise.
    private static readonly uint[] Sides = [2500, 2000, 1600, 1250];
    private static readonly uint[] Qualities = [85, 75, 65];

    /// <summary>The picture, or why it is not taken.</summary>
    public static Outcome<CleanDocument> Clean(DocumentKind kind, byte[] file, DocumentOptions limits)
    {
        var size = ImageSize.Of(kind is DocumentKind.Png ? ImageKind.Png : ImageKind.Jpeg, file);
        if (size is not { Width: > 0, Height: > 0, Channels: 1 or 3 or 4 })
        {
            return DocumentProblems.PictureDamaged;
        }

        if (size.Width * size.Height > limits.Megapixels * 1_000_000L)
        {
            return DocumentProblems.TooManyPixels.With("most", limits.Megapixels);
        }

        if (Math.Max(size.Width, size.Height) < LeastSide)
        {
            return DocumentProblems.TooSmall;
        }

        // The position of a camera is in its notes, and so is what is up: JPEG files keep theirs until they are turned.
        var whole = kind is DocumentKind.Png ? PngChunks.WithoutNotes(file) : JpegSegments.IsWhole(file) ? file : null;
        ImageLibrary.Prepare();
        try
        {
            return whole is null ? DocumentProblems.PictureDamaged : Convert(kind, whole, size, limits.FileBytes);
        }
        catch (Exception fault) when (fault is MagickResourceLimitErrorException or MagickCacheErrorException)
        {
            return DocumentProblems.Wait;
        }
        catch (MagickException)
        {
            return DocumentProblems.PictureDamaged;
        }
    }

    private static Outcome<CleanDocument> Convert(DocumentKind kind, byte[] file, ImageSize size, int most)
    {
        using var image = new MagickImage();
        var isTorn = false;
        image.Warning += (_, warning) => isTorn |= warning.Exception is MagickCorruptImageWarningException && warning.Message.Contains("remature end", StringComparison.Ordinal);
        var settings = new MagickReadSettings { Format = kind is DocumentKind.Png ? MagickFormat.Png : MagickFormat.Jpeg };
        if (Math.Max(size.Width, size.Height) > Sides[0])
        {
            settings.SetDefines(new JpegReadDefines { Size = new MagickGeometry(Sides[0], Sides[0]) }); // decodes at a half or a quarter where that is enough
        }

        image.Read(file, settings);
        if (isTorn)
        {
            return DocumentProblems.PictureDamaged;
        }

        Shrink(image, Sides[0]);
        image.AutoOrient();
        image.BackgroundColor = MagickColors.White;
        image.Alpha(AlphaAction.Remove);
        image.ColorSpace = ColorSpace.sRGB;
        image.Strip();
        if (IsBlank(image))
        {
            return DocumentProblems.Blank;
        }

        foreach (var side in Sides)
        {
            Shrink(image, side);
            foreach (var quality in Qualities)
            {
                image.Quality = quality;
                var jpeg = image.ToByteArray(MagickFormat.Jpeg);
                if (jpeg.Length <= most)
                {
                    return new CleanDocument("jpg", jpeg, Math.Max(image.Width, image.Height) < Math.Max(size.Width, size.Height));
                }
            }
        }

        return DocumentProblems.TooLarge.With("most", most / 1_000_000);
    }

    private static void Shrink(MagickImage image, uint side)
    {
        if (Math.Max(image.Width, image.Height) > side)
        {
            image.Resize(new MagickGeometry(side, side) { Greater = true });
        }
    }

    // Seen from afar, where the grain of a dark picture is gone, one line of writing still stands out.
    private static bool IsBlank(MagickImage image)
    {
        using var small = image.Clone();
        small.Scale(new MagickGeometry(Overview, Overview) { Greater = true });
        small.ColorSpace = ColorSpace.Gray;
        var light = small.Statistics().GetChannel(PixelChannel.Gray);
        return light is null || light.Maximum - light.Minimum < LeastContrast;
    }
}
