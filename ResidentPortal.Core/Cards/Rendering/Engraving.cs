using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>The fine lines of a certificate: strands along a band, and a rosette of one ellipse turned again and again. Made once; a path that is drawn does not change.</summary>
internal static class Engraving
{
    private const float Roundness = 0.5523f; // of a quarter of an ellipse as a cubic
    private const int Turns = 24;

    /// <summary>A rosette of radius 1 about the origin.</summary>
    public static readonly SKPath Rosette = Build(path =>
    {
        for (var turn = 0; turn < Turns; turn++)
        {
            Ellipse(path, 1, 0.46f, MathF.PI * turn / Turns);
        }
    });

    /// <summary>Four strands about a line, 19 waves of 9 mm: the width of the page.</summary>
    public static readonly SKPath Strands = Build(path =>
    {
        foreach (var height in (float[])[2.25f, -2.25f, 1.25f, -1.25f])
        {
            Wave(path, 0, 9, 19, height);
        }
    });

    /// <summary>A net of strands that fills the band on the front.</summary>
    public static readonly SKPath Net = Build(path => AddNet(path, rows: 5));

    /// <summary>The same for the narrow band on the back.</summary>
    public static readonly SKPath NarrowNet = Build(path => AddNet(path, rows: 2));

    /// <summary>Draws a path as fine lines of one colour, scaled about a place.</summary>
    public static void Draw(SKCanvas canvas, SKPath path, float x, float y, float scale, SKColor colour, float width = 0.1f)
    {
        using var paint = Stroke(colour, width / scale);
        canvas.Save();
        canvas.Translate(x, y);
        canvas.Scale(scale);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    /// <summary>A pen.</summary>
    public static SKPaint Stroke(SKColor colour, float width) => new() { Color = colour, StrokeWidth = width, Style = SKPaintStyle.Stroke, IsAntialias = true };

    private static SKPath Build(Action<SKPathBuilder> draw)
    {
        using var builder = new SKPathBuilder();
        draw(builder);
        var path = builder.Detach();
        _ = path.Bounds; // worked out now, so that drawing only reads
        return path;
    }

    private static void AddNet(SKPathBuilder path, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            Wave(path, 0.6f + (row * 2), 5.36f, 16, 2);
            Wave(path, 0.6f + (row * 2), 5.36f, 16, -2);
        }
    }

    private static void Wave(SKPathBuilder path, float y, float length, float count, float height)
    {
        path.MoveTo(0, y);
        for (var x = 0f; x < count * length - 0.5f; x += length)
        {
            path.CubicTo(x + (0.18f * length), y - height, x + (0.32f * length), y - height, x + (0.5f * length), y);
            path.CubicTo(x + (0.68f * length), y + height, x + (0.82f * length), y + height, x + length, y);
        }
    }

    private static void Ellipse(SKPathBuilder path, float a, float b, float angle)
    {
        var (sin, cos) = MathF.SinCos(angle);
        path.MoveTo(At(a, 0));
        path.CubicTo(At(a, b * Roundness), At(a * Roundness, b), At(0, b));
        path.CubicTo(At(-a * Roundness, b), At(-a, b * Roundness), At(-a, 0));
        path.CubicTo(At(-a, -b * Roundness), At(-a * Roundness, -b), At(0, -b));
        path.CubicTo(At(a * Roundness, -b), At(a, -b * Roundness), At(a, 0));

        SKPoint At(float x, float y) => new((x * cos) - (y * sin), (x * sin) + (y * cos));
    }
}
