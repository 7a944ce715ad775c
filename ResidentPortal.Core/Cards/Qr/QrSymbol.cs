using System.Globalization;
using System.Text;
using QRCoder;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>A QR code as dark and light modules, without the quiet zone around it (four modules, ISO/IEC 18004): who draws it leaves that free.</summary>
public sealed class QrSymbol
{
    /// <summary>The width of the quiet zone in modules.</summary>
    public const int QuietZone = 4;

    private readonly QRCodeData _modules;

    private QrSymbol(QRCodeData modules) => _modules = modules;

    /// <summary>How many modules a side has.</summary>
    public int Size => _modules.ModuleMatrix.Count - (2 * QuietZone);

    /// <summary>
    /// The symbol of a text, error correction M (15 %); digits and the 45 letters of the alphanumeric mode are packed tighter, as the mode allows.
    /// </summary>
    public static QrSymbol Of(string text) => new(QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M));

    /// <summary>Whether a module is dark.</summary>
    public bool IsDark(int x, int y) => _modules.ModuleMatrix[y + QuietZone][x + QuietZone];

    /// <summary>The dark modules as the path of an SVG, one unit a module, runs of a row together.</summary>
    public string ToPath()
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                var start = x;
                while (x < Size && IsDark(x, y))
                {
                    x++;
                }

                if (x > start)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{start} {y}h{x - start}v1h-{x - start}z");
                }
            }
        }

        return path.ToString();
    }
}
