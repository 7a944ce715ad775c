using System.Buffers.Binary;
using System.Text;
using ImageMagick;

namespace ResidentPortal.Tests.Updates.Corpus;

/// <summary>Draws pictures of papers, good ones and bad ones.</summary>
internal static class PictureForge
{
    /// <summary>A white page with dark lines of writing and a red corner at the top left, as it lies before the camera.</summary>
    public static MagickImage Page(int width = 1240, int height = 1754)
    {
        var pixels = new byte[width * height * 3];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var isCorner = x < width / 8 && y < height / 8;
                var isInk = y % 40 is > 10 and < 22 && x > width / 10 && x < width * 9 / 10 && x / 7 % 5 != 0;
                var paper = (byte)(235 + ((x * 7) + (y * 13)) % 16);
                var at = ((y * width) + x) * 3;
                (pixels[at], pixels[at + 1], pixels[at + 2]) = isCorner ? ((byte)200, (byte)20, (byte)20) : isInk ? ((byte)30, (byte)30, (byte)40) : (paper, paper, paper);
            }
        }

        return Of(pixels, width, height);
    }

    /// <summary>A picture of nothing but noise: the worst there is to pack.</summary>
    public static MagickImage Noise(int width, int height)
    {
        var pixels = new byte[width * height * 3];
        new Random(4).NextBytes(pixels);
        return Of(pixels, width, height);
    }

    /// <summary>A page of one colour with a little grain.</summary>
    public static byte[] Blank()
    {
        var pixels = new byte[800 * 1000 * 3];
        new Random(5).NextBytes(pixels);
        using var image = Of([.. pixels.Select(pixel => (byte)(20 + (pixel % 9)))], 800, 1000);
        return Jpeg(image);
    }

    public static byte[] Jpeg(MagickImage image, uint quality = 90)
    {
        image.Quality = quality;
        return image.ToByteArray(MagickFormat.Jpeg);
    }

    /// <summary>The page as a phone on its side took it, with the position of the kitchen table.</summary>
    public static byte[] FromPhone()
    {
        using var image = Page();
        return OnItsSide(image);
    }

    /// <summary>A page as a phone on its side takes it.</summary>
    public static byte[] OnItsSide(MagickImage image)
    {
        image.Rotate(-90);
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.GPSLatitude, [new Rational(48, 1), new Rational(51, 1), new Rational(24, 1)]);
        exif.SetValue(ExifTag.GPSLatitudeRef, "N");
        exif.SetValue(ExifTag.Make, "PhoneOfMeera");
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        image.SetProfile(exif);
        image.Orientation = Orientation.RightTop; // the library writes its own over the profile's
        return Jpeg(image);
    }

    /// <summary>A PNG written by hand: any size, any chunks before its pixels, which are one packed row after the other of black.</summary>
    public static byte[] Png(uint width, uint height, bool isWhole = true, params (string Name, byte[] Content)[] more)
    {
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        header[8] = 1; // one bit of grey
        Chunk("IHDR", header);
        foreach (var (name, content) in more)
        {
            Chunk(name, content);
        }

        Chunk("IDAT", PdfForge.Zlib(isWhole ? new byte[(((int)width + 7) / 8 + 1) * (int)height] : new byte[64]));
        Chunk("IEND", []);
        return file.ToArray();

        void Chunk(string name, byte[] content)
        {
            byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
            var number = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
            file.Write(number);
            file.Write(named);
            BinaryPrimitives.WriteUInt32BigEndian(number, Crc(named));
            file.Write(number);
        }
    }

    // CRC-32 of PNG (ISO/IEC 15948, annex D).
    private static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320u ^ (crc >> 1);
            }
        }

        return ~crc;
    }

    private static MagickImage Of(byte[] pixels, int width, int height)
    {
        var image = new MagickImage();
        image.ReadPixels(pixels, new PixelReadSettings((uint)width, (uint)height, StorageType.Char, "RGB"));
        return image;
    }
}
