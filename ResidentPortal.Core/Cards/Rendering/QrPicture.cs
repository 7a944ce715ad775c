using ResidentPortal.Core.Cards.Qr;
using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>A QR code with its quiet zone as a grey picture: a picture can be tagged, and two dots a module keep its edges sharp where a viewer smooths.</summary>
internal static class QrPicture
{
    private const int Dots = 2;
    private const byte White = 255;

    public static SKImage Of(QrSymbol symbol)
    {
        var side = (symbol.Size + (2 * QrSymbol.QuietZone)) * Dots;
        var pixels = new byte[side * side];
        pixels.AsSpan().Fill(White);
        for (var y = 0; y < symbol.Size; y++)
        {
            var row = pixels.AsSpan((y + QrSymbol.QuietZone) * Dots * side, side);
            for (var x = 0; x < symbol.Size; x++)
            {
                if (symbol.IsDark(x, y))
                {
                    row.Slice((x + QrSymbol.QuietZone) * Dots, Dots).Clear();
                }
            }

            for (var copy = 1; copy < Dots; copy++)
            {
                row.CopyTo(pixels.AsSpan((((y + QrSymbol.QuietZone) * Dots) + copy) * side, side));
            }
        }

        return SKImage.FromPixelCopy(new SKImageInfo(side, side, SKColorType.Gray8, SKAlphaType.Opaque), pixels);
    }
}
