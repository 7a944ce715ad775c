using System.Text;
using ImageMagick;
using ResidentPortal.Core.Cards.Photos;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Cards.PhotoSamples;

namespace ResidentPortal.Tests.Cards;

/// <summary>Foreign images become JPEGs of our own, or nothing.</summary>
public sealed class PhotoConversionTests : IDisposable
{
    private readonly PhotoConversion _conversion = new();

    public void Dispose() => _conversion.Dispose();

    [Theory]
    [InlineData("meera.jp2", 360, 480)]
    [InlineData("elodie.j2k", 360, 480)]
    [InlineData("abebe.jpg", 360, 480)]
    [InlineData("tomas.png", 180, 240)]
    public async Task Every_sort_becomes_a_small_JPEG_without_metadata(string file, int width, int height)
    {
        using var photo = new MagickImage(await Jpeg(File(file)));

        photo.Format.ShouldBe(MagickFormat.Jpeg);
        (photo.Width, photo.Height).ShouldBe(((uint)width, (uint)height));
        photo.ColorSpace.ShouldBe(ColorSpace.sRGB);
        photo.ProfileNames.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_colours_stay_what_they_were()
    {
        using var before = new MagickImage(Jp2, MagickFormat.Jp2);
        using var after = new MagickImage(await Jpeg(Jp2));
        before.Compare(after, ErrorMetric.RootMeanSquared).ShouldBeLessThan(0.02);
    }

    [Fact]
    public async Task A_large_image_is_made_as_large_as_it_is_printed()
    {
        using var large = new MagickImage(Jpeg1200());
        using var photo = new MagickImage(await Jpeg(large.ToByteArray(MagickFormat.Jp2)));
        (photo.Width, photo.Height).ShouldBe((398u, 531u));
    }

    [Theory]
    [InlineData(MagickFormat.Jp2)]
    [InlineData(MagickFormat.J2k)]
    [InlineData(MagickFormat.Jpeg)]
    [InlineData(MagickFormat.Png)]
    public async Task Grey_images_become_photos_too(MagickFormat format)
    {
        using var image = new MagickImage(Png) { ColorSpace = ColorSpace.Gray };
        using var photo = new MagickImage(await Jpeg(image.ToByteArray(format)));
        photo.Width.ShouldBe(180u);
    }

    [Theory]
    [InlineData(MagickFormat.Jp2)]
    [InlineData(MagickFormat.Png)]
    public async Task What_is_transparent_becomes_white(MagickFormat format)
    {
        using var image = new MagickImage(PhotoSamples.Jpeg);
        image.Alpha(AlphaAction.Transparent);
        using var photo = new MagickImage(await Jpeg(image.ToByteArray(format)));
        using var pixels = photo.GetPixels();
        pixels.GetPixel(30, 40).ToColor()!.ToByteArray()[..3].ShouldAllBe(channel => channel > 250);
    }

    [Fact]
    public async Task Names_places_and_comments_do_not_come_through()
    {
        using var image = new MagickImage(Jpeg1200());
        image.Comment = "taken-at-home";
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Artist, "taken-by-somebody");
        image.SetProfile(exif);
        var foreign = image.ToByteArray(MagickFormat.Jpeg);
        Encoding.Latin1.GetString(foreign).ShouldContain("taken-by-somebody");

        Encoding.Latin1.GetString(await Jpeg(foreign)).ShouldNotContain("taken-");
    }

    [Theory]
    [InlineData("meera.jp2", 200)]
    [InlineData("elodie.j2k", 60)]
    [InlineData("abebe.jpg", 400)]
    [InlineData("tomas.png", 60)]
    public async Task An_image_that_was_cut_off_is_unreadable_or_shows_what_it_has(string file, int length)
    {
        var photo = await _conversion.ConvertAsync(Face(File(file)[..length]), CancellationToken.None);
        (photo.Jpeg is null).ShouldBe(photo.State is PhotoState.Unreadable);
    }

    [Fact]
    public async Task Changed_bytes_make_no_exception()
    {
        var random = new Random(11);
        for (var i = 0; i < 60; i++)
        {
            var image = new[] { Jp2, Codestream, PhotoSamples.Jpeg, Png }[i % 4].ToArray();
            for (var j = 0; j < 10; j++)
            {
                image[random.Next(16, image.Length)] = (byte)random.Next(256);
            }

            (await _conversion.ConvertAsync(Face(image), CancellationToken.None)).State.ShouldBeOneOf(PhotoState.Ready, PhotoState.Unreadable);
        }
    }

    [Fact]
    public async Task No_photo_and_no_reading_are_told_apart()
    {
        (await _conversion.ConvertAsync(null, CancellationToken.None)).ShouldBe(new CardPhoto(null, PhotoState.NoneEnrolled));
        (await _conversion.ConvertAsync([], CancellationToken.None)).ShouldBe(new CardPhoto(null, PhotoState.Unreadable));
        (await _conversion.ConvertAsync(Face(Codestream[..60]), CancellationToken.None)).ShouldBe(new CardPhoto(null, PhotoState.Unreadable));
    }

    [Fact]
    public async Task Many_at_once_are_all_converted()
    {
        var photos = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _conversion.ConvertAsync(Face(Jp2), CancellationToken.None)));
        photos.Select(photo => photo.Jpeg!.Length).Distinct().ShouldHaveSingleItem().ShouldBeLessThan(20_000);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", MagickFormat.Svg)]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0;", MagickFormat.Gif)]
    [InlineData("push graphic-context pop graphic-context", MagickFormat.Mvg)]
    [InlineData("%!PS", MagickFormat.Ps)]
    public async Task The_library_refuses_every_other_format_from_then_on(string content, MagickFormat format)
    {
        (await _conversion.ConvertAsync(Face(Encoding.Latin1.GetBytes(content)), CancellationToken.None)).State.ShouldBe(PhotoState.Unreadable);
        Should.Throw<MagickException>(() => new MagickImage(Encoding.Latin1.GetBytes(content), format)).Message.ShouldStartWith("NotAuthorized");
    }

    private static byte[] Jpeg1200()
    {
        using var image = new MagickImage(PhotoSamples.Jpeg);
        image.Resize(new MagickGeometry(1200, 1600) { IgnoreAspectRatio = true });
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    private async Task<byte[]> Jpeg(byte[] image)
    {
        var photo = await _conversion.ConvertAsync(Face(image), CancellationToken.None);
        photo.State.ShouldBe(PhotoState.Ready);
        return photo.Jpeg.ShouldNotBeNull();
    }
}
