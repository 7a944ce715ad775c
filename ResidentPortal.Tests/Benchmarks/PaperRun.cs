using System.Diagnostics;
using System.Globalization;
using ImageMagick;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Updates.Documents;

namespace ResidentPortal.Benchmarks;

/// <summary>Papers let in one after the other: the picture of a phone, the largest there may be, and a card of ours as a PDF. How long, and what the process grows to.</summary>
internal static class PaperRun
{
    private const int Rounds = 12;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync()
    {
        using var library = new PhotoConversion(); // sets the image library up, for the process
        var options = Options.Create(new DocumentOptions());
        using var intake = new DocumentIntake(new VirusScanner(options, TimeProvider.System, NullLogger<VirusScanner>.Instance), options);
        Say($"process before          {Peak():F0} MB at most");
        await Measure("PDF, one card", new DocumentUpload("a.pdf", "application/pdf", ResidentPortal.Core.Cards.Rendering.CardDrawing.Draw(SpecimenCard.Write(SpecimenCard.Seal()))));
        await Measure("JPEG, 12 megapixels", new DocumentUpload("a.jpg", "image/jpeg", Photo(4_032, 3_024, MagickFormat.Jpeg)));
        await Measure("JPEG, 40 megapixels", new DocumentUpload("a.jpg", "image/jpeg", Photo(7_296, 5_472, MagickFormat.Jpeg)));
        await Measure("PNG, 7 megapixels", new DocumentUpload("a.png", "image/png", Photo(3_000, 2_250, MagickFormat.Png)));

        async Task Measure(string what, DocumentUpload upload)
        {
            var times = new double[Rounds];
            var size = 0;
            for (var i = 0; i < Rounds; i++)
            {
                var start = Stopwatch.GetTimestamp();
                size = (await intake.TakeAsync(upload, CancellationToken.None)).Value.File.Length;
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            Array.Sort(times);
            Say($"{what,-23} {upload.File.Length / 1e6:F1} MB to {size / 1e6:F2} MB, median {times[Rounds / 2]:F0} ms, slowest {times[^1]:F0} ms, process {Peak():F0} MB at most");
        }
    }

    // As large as a picture may come: a face, blown up, with grain until it is some 9 MB.
    private static byte[] Photo(uint width, uint height, MagickFormat format)
    {
        using var face = new MagickImage(SpecimenCard.Face);
        face.Resize(new MagickGeometry(width, height) { IgnoreAspectRatio = true });
        using var pixels = face.GetPixels();
        var bytes = pixels.ToByteArray(PixelMapping.RGB)!;
        var random = new Random(1);
        var grain = format is MagickFormat.Png ? 1 : 26;
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)Math.Clamp(bytes[i] + (random.Next(grain) - (grain / 2)), 0, 255);
        }

        using var photo = new MagickImage();
        photo.ReadPixels(bytes, new PixelReadSettings(width, height, StorageType.Char, PixelMapping.RGB));
        for (var quality = 95u; ; quality -= 5)
        {
            photo.Quality = quality;
            var file = photo.ToByteArray(format);
            if (file.Length <= 9_400_000 || quality <= 10)
            {
                return file;
            }
        }
    }

    private static double Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024.0 * 1024);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
