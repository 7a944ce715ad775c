using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>At which edge a line stands.</summary>
internal enum Edge
{
    /// <summary>Where the line itself begins: an Arabic name at the right of its column on an English card.</summary>
    Own,

    /// <summary>Where lines of the sheet begin.</summary>
    Start,

    /// <summary>Where they end.</summary>
    End,
}

/// <summary>
/// A part of the page with a corner of its own, laid out as if it ran from left to right and mirrored where it does not.
/// </summary>
internal sealed class Sheet(PrintedPages page, float left, float top, float width, bool isRightToLeft)
{
    /// <summary>Whether it is mirrored.</summary>
    public bool IsRightToLeft => isRightToLeft;

    /// <summary>The rectangle on the page.</summary>
    public SKRect Place(float x, float y, float wide, float high) => SKRect.Create(left + (isRightToLeft ? width - x - wide : x), top + y, wide, high);

    /// <summary>The point on the page.</summary>
    public SKPoint Place(float x, float y) => new(left + (isRightToLeft ? width - x : x), top + y);

    /// <summary>Words of the card itself, which say nothing of its holder.</summary>
    public Paragraph Words(string text, Weight weight = Weight.Regular) => Paragraph.OfCards(text, weight, isRightToLeft);

    /// <summary>Draws what has no meaning of its own.</summary>
    public void Ornament(Action<SKCanvas> draw) => page.Ornament(draw);

    /// <summary>Puts a picture.</summary>
    public void Picture(SKImage picture, float x, float y, float wide, float high, float radius, string meaning) => page.Picture(picture, Place(x, y, wide, high), radius, meaning);

    /// <summary>A line at its place, smaller if it is too wide.</summary>
    public PlacedLine Line(TextLine line, float x, float baseline, float wide, float size, SKColor colour, Edge edge)
    {
        var fitting = size * Math.Min(1, wide / (line.Width * size));
        var place = Place(x, baseline, wide, 0);
        var isAtRight = edge switch { Edge.Own => line.IsRightToLeft, Edge.Start => isRightToLeft, _ => !isRightToLeft };
        return new PlacedLine(line, isAtRight ? place.Right - (line.Width * fitting) : place.Left, place.Top, fitting, colour);
    }

    /// <summary>Writes one line, smaller if it is too wide.</summary>
    public void WriteLine(TextRole role, string? language, TextLine line, float x, float baseline, float wide, float size, SKColor colour, Edge edge = Edge.Start) =>
        page.Write(role, language, [Line(line, x, baseline, wide, size, colour, edge)]);

    /// <summary>Writes texts side by side, smaller if they are too wide together.</summary>
    public void WriteRow(IReadOnlyList<(string? LanguageTag, TextLine Line)> texts, float x, float baseline, float wide, float size, SKColor colour)
    {
        const float Gap = 0.55f;
        var fitting = Math.Min(size, wide / texts.Sum(text => text.Line.Width + Gap));
        foreach (var (language, line) in texts)
        {
            WriteLine(TextRole.P, language, line, x, baseline, (line.Width + Gap) * fitting, fitting, colour);
            x += (line.Width + Gap) * fitting;
        }
    }

    /// <summary>Writes all entries of a column, in the largest size at which they fit.</summary>
    public void WriteColumn(IReadOnlyList<ColumnEntry> entries, float x, float y, float wide, float high)
    {
        var (scale, set) = Fit(entries, wide, high);
        foreach (var (entry, lines) in set)
        {
            var size = entry.SizeAt(scale);
            y += entry.Before * scale;
            List<PlacedLine> placed = [];
            foreach (var line in lines)
            {
                placed.Add(Line(line, x, y + (line.Ascent * size), wide, size, entry.Colour, entry.Edge));
                y += Height(line) * size;
            }

            page.Write(entry.Role, entry.LanguageTag, placed);
        }
    }

    private static (float Scale, List<(ColumnEntry Entry, List<TextLine> Lines)> Set) Fit(IReadOnlyList<ColumnEntry> entries, float wide, float high)
    {
        const float Step = 0.95f;
        const float Least = 0.2f;
        const float LeastWhole = 0.7f; // no word is broken for the sake of a size above this
        for (var scale = 1f; ; scale *= Step)
        {
            List<(ColumnEntry Entry, List<TextLine> Lines)> set = [.. entries.Select(entry => (entry, entry.Text.Lines(wide / entry.SizeAt(scale))))];
            var used = set.Sum(part => (part.Entry.Before * scale) + part.Lines.Sum(line => Height(line) * part.Entry.SizeAt(scale)));
            var areWhole = entries.All(entry => entry.Text.WidestWord * entry.Size * scale <= wide);
            if ((used <= high && (areWhole || scale < LeastWhole)) || scale < Least)
            {
                return (scale, set);
            }
        }
    }

    private static float Height(TextLine line) => (line.Ascent + line.Descent) * 1.08f;
}

/// <summary>Some text in a column.</summary>
/// <param name="Role">What it is to a reader.</param>
/// <param name="LanguageTag">Its language, where it is not that of the page.</param>
/// <param name="Text">The text.</param>
/// <param name="Size">Its size, at most.</param>
/// <param name="Colour">Its colour.</param>
/// <param name="Before">The room above it.</param>
/// <param name="Edge">Where its lines begin.</param>
internal sealed record ColumnEntry(TextRole Role, string? LanguageTag, Paragraph Text, float Size, SKColor Colour, float Before = 0, Edge Edge = Edge.Own)
{
    /// <summary>A size under which it does not shrink while others do.</summary>
    public float Least { get; init; }

    /// <summary>Its size where the column is shrunk.</summary>
    public float SizeAt(float scale) => Math.Max(Least, Size * scale);
}
