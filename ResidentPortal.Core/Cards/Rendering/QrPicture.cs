using System.IO.Compression;
using ResidentPortal.Core.Cards.Qr;
using SkiaSharp;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// A QR code with its quiet zone as a picture: a picture can be tagged, and two dots a module keep its edges sharp where a viewer smooths. A dot is one bit
/// (ISO 32000-2, 8.9.5); Skia would write eight, so it draws a single grey dot in its place.
/// </summary>
internal static class QrPicture
{
    private const int Dots = 2;
    private const int Bits = 8; // of a byte

    /// <summary>What Skia draws where the code is to stand.</summary>
    public static readonly SKImage Place = SKImage.FromPixelCopy(new SKImageInfo(1, 1, SKColorType.Gray8, SKAlphaType.Opaque), [0]);

    /// <summary>Whether an object of the file is what Skia made of <see cref="Place"/>.</summary>
    public static bool IsPlace(IToken token) => token is StreamToken { StreamDictionary: var picture }
        && picture.TryGet(NameToken.Width, out NumericToken width) && width.Int is 1 && picture.TryGet(NameToken.Height, out NumericToken height) && height.Int is 1;

    /// <summary>The picture as an object of the file.</summary>
    public static StreamToken Of(QrSymbol symbol)
    {
        var side = (symbol.Size + (2 * QrSymbol.QuietZone)) * Dots;
        var row = new byte[(side + Bits - 1) / Bits];
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            for (var y = -QrSymbol.QuietZone; y < symbol.Size + QrSymbol.QuietZone; y++)
            {
                Draw(symbol, y, row);
                for (var copy = 0; copy < Dots; copy++)
                {
                    zlib.Write(row);
                }
            }
        }

        return new StreamToken(
            new DictionaryToken(new Dictionary<NameToken, IToken>
            {
                [NameToken.Type] = NameToken.Xobject,
                [NameToken.Subtype] = NameToken.Image,
                [NameToken.Width] = new NumericToken(side),
                [NameToken.Height] = new NumericToken(side),
                [NameToken.ColorSpace] = NameToken.Devicegray,
                [NameToken.BitsPerComponent] = new NumericToken(1),
                [NameToken.Filter] = NameToken.FlateDecode,
                [NameToken.Length] = new NumericToken(packed.Length),
            }),
            packed.ToArray());
    }

    private static void Draw(QrSymbol symbol, int y, byte[] row)
    {
        row.AsSpan().Fill(byte.MaxValue); // white
        for (var x = 0; x < symbol.Size && y >= 0 && y < symbol.Size; x++)
        {
            for (var dot = (x + QrSymbol.QuietZone) * Dots; symbol.IsDark(x, y) && dot < (x + QrSymbol.QuietZone + 1) * Dots; dot++)
            {
                row[dot / Bits] &= (byte)~(0x80 >> (dot % Bits));
            }
        }
    }
}
