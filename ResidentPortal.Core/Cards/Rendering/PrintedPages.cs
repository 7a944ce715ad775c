using SkiaSharp;
using UglyToad.PdfPig.Tokens;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>A line at its place, in millimetres from the left and to its base.</summary>
internal readonly record struct PlacedLine(TextLine Line, float Left, float Base, float Size, SKColor Colour);

/// <summary>
/// A4 pages, drawn twice: first written down, so that it is known which glyphs of which fonts they need, then drawn in the same order with subsets of the fonts. The order is the
/// one in which they are read. Lengths are millimetres.
/// </summary>
internal sealed class PrintedPages
{
    public const float Width = 210;
    public const float Height = 297;
    private const float PointsPerMillimetre = 72 / 25.4f;
    private readonly List<List<Action<SKCanvas, Dictionary<CardFont, FontSubset>>>> _steps = [[]];
    private readonly List<TextLine> _lines = [];
    private readonly PageTags _tags = new();

    /// <summary>Begins the next page.</summary>
    public void Turn()
    {
        _steps.Add([]);
        _tags.TurnPage();
    }

    /// <summary>Draws what has no meaning of its own.</summary>
    public void Ornament(Action<SKCanvas> draw) => _steps[^1].Add((canvas, _) => draw(canvas));

    /// <summary>Writes what is seen and not read.</summary>
    public void Ornament(PlacedLine line)
    {
        _tags.AddOrnament(line.Line);
        Add(line);
    }

    /// <summary>Writes aslant what is seen and not read, turned about the place where it begins.</summary>
    public void Ornament(PlacedLine line, float degrees)
    {
        _tags.AddOrnament(line.Line);
        _lines.Add(line.Line);
        _steps[^1].Add((canvas, subsets) =>
        {
            canvas.Save();
            canvas.RotateDegrees(degrees, line.Left, line.Base);
            Draw(canvas, line, subsets);
            canvas.Restore();
        });
    }

    /// <summary>Puts a picture on the page, with the words for those who do not see it.</summary>
    public void Picture(SKImage picture, SKRect place, float radius, string meaning)
    {
        _tags.AddPicture(meaning);
        _steps[^1].Add((canvas, _) =>
        {
            using var shape = new SKRoundRect(place, radius);
            canvas.Save();
            if (radius > 0)
            {
                canvas.ClipRoundRect(shape, antialias: true);
            }

            canvas.DrawImage(picture, place, new SKSamplingOptions(SKFilterMode.Linear));
            canvas.Restore();
        });
    }

    /// <summary>Writes lines that belong together, to those written last where they go on.</summary>
    public void Write(TextRole role, string? languageTag, IReadOnlyList<PlacedLine> lines, bool isContinued = false)
    {
        _tags.AddText(role, languageTag, [.. lines.Select(line => line.Line)], isContinued);
        foreach (var line in lines)
        {
            Add(line);
        }
    }

    /// <summary>The pages as a tagged PDF, over their ground, with the picture of the QR code.</summary>
    public byte[] ToPdf(SKDocumentPdfMetadata metadata, string languageTag, StreamToken? ground = null, StreamToken? code = null) => _tags.AddTo(ToUntaggedPdf(metadata), languageTag, ground, code);

    /// <summary>What is drawn on the pages as a PDF.</summary>
    public byte[] ToUntaggedPdf(SKDocumentPdfMetadata metadata)
    {
        var subsets = Subsets();
        try
        {
            using var output = new MemoryStream();
            using (var stream = new SKManagedWStream(output))
            using (var document = SKDocument.CreatePdf(stream, metadata))
            {
                foreach (var steps in _steps)
                {
                    var canvas = document.BeginPage(Width * PointsPerMillimetre, Height * PointsPerMillimetre);
                    canvas.Scale(PointsPerMillimetre);
                    foreach (var step in steps)
                    {
                        step(canvas, subsets);
                    }

                    document.EndPage();
                }

                document.Close();
            }

            return output.ToArray();
        }
        finally
        {
            foreach (var subset in subsets.Values)
            {
                subset.Dispose();
            }
        }
    }

    private void Add(PlacedLine line)
    {
        _lines.Add(line.Line);
        _steps[^1].Add((canvas, subsets) => Draw(canvas, line, subsets));
    }

    private Dictionary<CardFont, FontSubset> Subsets() => _lines.SelectMany(line => line.Runs).GroupBy(run => run.Font).ToDictionary(
        runs => runs.Key,
        runs => FontSubset.Of(
            runs.Key,
            runs.SelectMany(run => run.Glyphs).Select(glyph => glyph.Id).ToHashSet(),
            runs.SelectMany(run => System.Text.Encoding.UTF8.GetString(run.Text).EnumerateRunes()).Select(rune => rune.Value).ToHashSet()));

    private static void Draw(SKCanvas canvas, PlacedLine placed, Dictionary<CardFont, FontSubset> subsets)
    {
        using var paint = new SKPaint();
        paint.Color = placed.Colour;
        var left = placed.Left;
        foreach (var run in placed.Line.Runs)
        {
            var subset = subsets[run.Font];
            using var font = new SKFont(subset.Typeface, placed.Size);
            (font.Subpixel, font.Hinting) = (true, SKFontHinting.None);
            using var builder = new SKTextBlobBuilder();
            var buffer = builder.AllocateRawPositionedTextRun(font, run.Glyphs.Count, run.Text.Length);
            for (var i = 0; i < run.Glyphs.Count; i++)
            {
                buffer.Glyphs[i] = subset.NumberOf(run.Glyphs[i].Id);
                buffer.Positions[i] = run.Glyphs[i].At(placed.Size);
                buffer.Clusters[i] = run.Glyphs[i].Cluster;
            }

            run.Text.CopyTo(buffer.Text);
            using var blob = builder.Build();
            canvas.DrawText(blob, left, placed.Base, paint);
            left += run.Width * placed.Size;
        }
    }
}
