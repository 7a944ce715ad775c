using ImageMagick;
using ImageMagick.Configuration;

namespace ResidentPortal.Core.Cards.Photos;

/// <summary>
/// Sets the image library up, whose native decoders are fed from outside: they are few, forbidden anything but four formats, and bounded in size. Once for the process,
/// since that is how the library keeps its settings.
/// </summary>
internal static class ImageLibrary
{
    // A slip of the decoder's author about a channel or a unit must not become ours: these are beyond what the headers of files are let through with.
    private const ulong LongestSide = 20_000;
    private const ulong MostPixels = 48_000_000;
    private const ulong MostMemory = 512 * 1024 * 1024; // of all images that are open at a time

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
    private static readonly byte[] WhitePoint = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg==");

    private static readonly Lazy<bool> Prepared = new(SetUp);

    /// <summary>Sees to it that the library is set up.</summary>
    public static void Prepare() => _ = Prepared.Value;

    // The library reads its policy from a file, and only at the first image: the folder is gone again after that.
    private static bool SetUp()
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
