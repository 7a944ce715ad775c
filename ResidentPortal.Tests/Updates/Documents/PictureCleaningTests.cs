using System.Text;
using ImageMagick;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Tests.Updates.Corpus;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates.Documents;

/// <summary>S-43: pictures of papers become JPEGs of our own: upright, small enough, and with nothing on them but what is seen.</summary>
public sealed class PictureCleaningTests : IDisposable
{
    private readonly PhotoConversion _library = new(); // sets the image library up before a picture is drawn

    public void Dispose() => _library.Dispose();

    [Theory]
    [InlineData("paper.jpg", "image/jpeg")]
    [InlineData("PAPER.JPEG", "image/jpg")]
    [InlineData("paper.jfif", "image/pjpeg")]
    [InlineData("paper.jpg", "")]
    [InlineData("paper.jpg", null)]
    [InlineData("paper.jpg", "application/octet-stream")]
    public async Task A_JPEG_is_taken_under_the_names_that_browsers_have_for_it(string name, string? type)
    {
        using var page = PictureForge.Page(800, 1000);
        (await Intake.CleanAsync(name, type, PictureForge.Jpeg(page))).Format.ShouldBe("jpg");
    }

    [Fact]
    public async Task Where_it_was_taken_is_gone_and_the_page_stands_upright()
    {
        var foreign = PictureForge.FromPhone();
        using (var before = new MagickImage(foreign))
        {
            before.GetExifProfile()!.GetValue(ExifTag.GPSLatitude).ShouldNotBeNull();
            (before.Width, before.Height).ShouldBe((1754u, 1240u));
        }

        var clean = await Intake.CleanAsync("IMG_0042.jpg", "image/jpeg", foreign);
        clean.WasShrunk.ShouldBeFalse();
        using var after = new MagickImage(clean.File);
        after.ProfileNames.ShouldBeEmpty();
        (after.Width, after.Height).ShouldBe((1240u, 1754u));
        IsRed(after, 40, 40).ShouldBeTrue(); // the corner that was at the top left
        IsRed(after, 1200, 40).ShouldBeFalse();
        Encoding.Latin1.GetString(clean.File).ShouldNotContain("PhoneOfMeera");
    }

    [Fact]
    public async Task A_web_page_behind_a_picture_is_gone()
    {
        using var page = PictureForge.Page(800, 1000);
        var clean = await Intake.CleanAsync("paper.jpg", "image/jpeg", [.. PictureForge.Jpeg(page), .. "<html><script>alert(1)</script>"u8]);
        Encoding.Latin1.GetString(clean.File).ShouldNotContain("script");
    }

    [Fact]
    public async Task Texts_in_a_PNG_are_gone()
    {
        var png = PictureForge.Png(1000, 1000, isWhole: true, ("tEXt", "Author\0Meera Kaldan"u8.ToArray()), ("eXIf", "Meera Kaldan"u8.ToArray()));
        (await Intake.TakeAsync(new DocumentUpload("paper.png", "image/png", png))).Problem.ShouldBe(DocumentProblems.Blank); // black, but read
        using var page = PictureForge.Page(800, 1000);
        page.SetAttribute("Author", "Meera Kaldan");
        var foreign = page.ToByteArray(MagickFormat.Png);
        Encoding.Latin1.GetString(foreign).ShouldContain("Meera Kaldan");
        var clean = await Intake.CleanAsync("paper.png", "image/png", foreign);
        Encoding.Latin1.GetString(clean.File).ShouldNotContain("Meera");
        clean.Format.ShouldBe("jpg");
    }

    [Fact]
    public async Task Colours_of_print_become_those_of_screens()
    {
        using var page = PictureForge.Page(800, 1000);
        page.ColorSpace = ColorSpace.CMYK;
        var clean = await Intake.CleanAsync("paper.jpg", "image/jpeg", PictureForge.Jpeg(page));
        using var after = new MagickImage(clean.File);
        after.ColorSpace.ShouldBe(ColorSpace.sRGB);
        IsRed(after, 30, 30).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_transparent_becomes_white()
    {
        using var page = PictureForge.Page(800, 1000);
        page.Transparent(MagickColor.FromRgb(200, 20, 20));
        var clean = await Intake.CleanAsync("paper.png", "image/png", page.ToByteArray(MagickFormat.Png));
        using var after = new MagickImage(clean.File);
        using var pixels = after.GetPixels();
        pixels.GetPixel(30, 30).ToColor()!.ToByteArray()[..3].ShouldAllBe(channel => channel > 245);
    }

    [Fact]
    public async Task A_large_picture_is_made_smaller_and_says_so()
    {
        using var page = PictureForge.Page(2480, 3508);
        var clean = await Intake.CleanAsync("paper.jpg", "image/jpeg", PictureForge.Jpeg(page));
        clean.WasShrunk.ShouldBeTrue();
        using var after = new MagickImage(clean.File);
        (after.Width, after.Height).ShouldBe((1767u, 2500u));
    }

    [Fact]
    public async Task The_worst_picture_still_fits()
    {
        using var noise = PictureForge.Noise(2400, 2400);
        var clean = await Intake.CleanAsync("paper.jpg", "image/jpeg", PictureForge.Jpeg(noise, 80));
        clean.File.Length.ShouldBeLessThanOrEqualTo(2_000_000);
        clean.WasShrunk.ShouldBeTrue();
    }

    [Fact]
    public async Task A_page_with_one_faint_line_is_not_blank()
    {
        using var page = PictureForge.Page(800, 1000);
        page.Crop(new MagickGeometry(300, 150, 400, 34));
        page.ResetPage();
        page.BackgroundColor = MagickColor.FromRgb(240, 240, 240);
        page.Extent(1200, 1600, Gravity.Center);
        (await Intake.CleanAsync("paper.jpg", "image/jpeg", PictureForge.Jpeg(page))).WasShrunk.ShouldBeFalse();
    }

    [Fact]
    public async Task Many_at_once_are_all_taken()
    {
        using var page = PictureForge.Page();
        var file = PictureForge.Jpeg(page);
        using var intake = Intake.Of(new DocumentOptions());
        var papers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => intake.TakeAsync(new DocumentUpload("a.jpg", "image/jpeg", file), CancellationToken.None)));
        papers.Select(paper => paper.Value.File.Length).Distinct().ShouldHaveSingleItem();
    }

    private static bool IsRed(MagickImage image, int x, int y)
    {
        using var pixels = image.GetPixels();
        var colour = pixels.GetPixel(x, y).ToColor()!.ToByteArray();
        return colour[0] > 150 && colour[1] < 90 && colour[2] < 90;
    }
}
