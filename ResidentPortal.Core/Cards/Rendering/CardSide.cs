using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>What both sides of both cards have: the size of a bank card (ISO/IEC 7810, ID-1), the ground with its engraving, labels with their values.</summary>
internal static class CardSide
{
    public const float Width = 85.6f;
    public const float Height = 53.98f;
    public const float Margin = 4;
    public const float LabelSize = 1.85f;
    private const float Corner = 3.18f;

    /// <summary>The ground: rosettes on paper, a band along the top.</summary>
    public static void Ground(Sheet sheet, Palette palette, float band, SKPath net, params (float X, float Y, float Radius)[] rosettes)
    {
        var side = sheet.Place(0, 0, Width, Height);
        sheet.Ornament(canvas =>
        {
            using var shape = new SKRoundRect(side, Corner);
            using var fill = new SKPaint { Color = palette.Ground, IsAntialias = true };
            canvas.DrawRoundRect(shape, fill);
            canvas.Save();
            canvas.ClipRoundRect(shape, antialias: true);
            foreach (var (x, y, radius) in rosettes)
            {
                var centre = sheet.Place(x, y);
                Engraving.Draw(canvas, Engraving.Rosette, centre.X, centre.Y, radius, palette.Line);
                Engraving.Draw(canvas, Engraving.Rosette, centre.X, centre.Y, radius * 0.36f, palette.WarmLine);
            }

            fill.Color = palette.Deep;
            canvas.DrawRect(side.Left, side.Top, side.Width, band, fill);
            canvas.Save();
            canvas.ClipRect(SKRect.Create(side.Left, side.Top, side.Width, band));
            Engraving.Draw(canvas, net, side.Left, side.Top, 1, palette.DeepLine);
            canvas.Restore();
            fill.Color = palette.Warm;
            canvas.DrawRect(side.Left, side.Top + band, side.Width, 0.5f, fill);
            canvas.Restore();
        });
    }

    /// <summary>The edge to cut along.</summary>
    public static void Outline(Sheet sheet, Palette palette)
    {
        var side = sheet.Place(0, 0, Width, Height);
        sheet.Ornament(canvas =>
        {
            using var shape = new SKRoundRect(side, Corner);
            using var pen = Engraving.Stroke(palette.Edge, 0.15f);
            canvas.DrawRoundRect(shape, pen);
        });
    }

    /// <summary>The photo in its frame, or the sentence in its place.</summary>
    public static void Photo(Sheet sheet, CardContent card, SKImage? photo, Palette palette, float x, float y, float wide, float high)
    {
        var frame = sheet.Place(x, y, wide, high);
        sheet.Ornament(canvas =>
        {
            using var shape = new SKRoundRect(frame, 1.2f);
            using var fill = new SKPaint { Color = palette.White, IsAntialias = true };
            canvas.DrawRoundRect(shape, fill);
        });
        if (photo is not null)
        {
            sheet.Picture(photo, x, y, wide, high, 1.2f, card.PhotoMeaning);
        }
        else
        {
            sheet.WriteColumn([new(TextRole.P, null, sheet.Words(card.NoPhoto), 2.1f, palette.Muted, 0, Edge.Start)], x + 2, y + (high * 0.3f), wide - 4, high * 0.6f);
        }

        sheet.Ornament(canvas =>
        {
            using var shape = new SKRoundRect(frame, 1.2f);
            using var pen = Engraving.Stroke(palette.Edge, 0.25f);
            canvas.DrawRoundRect(shape, pen);
        });
    }

    /// <summary>A label and its values under each other.</summary>
    public static IEnumerable<ColumnEntry> Entries(Sheet sheet, CardField field, Palette palette, float first, float others, Weight weight, float before = 0) =>
    [
        new(TextRole.P, null, sheet.Words(field.Label), LabelSize, palette.Muted, before, Edge.Start) { Least = 1.5f },
        .. field.Values.Select((value, index) => new ColumnEntry(
            TextRole.P, LanguageTags.Of(value.Language), new Paragraph(value.Text, weight), index == 0 ? first : others, palette.Ink, index == 0 ? 0.2f : 0.35f)),
    ];

    /// <summary>Labels with their values in a grid, filled row by row.</summary>
    public static void Grid(Sheet sheet, IReadOnlyList<CardField> facts, Palette palette, int columns, float x, float y, float wide, float high)
    {
        const float Gap = 2;
        var rows = (facts.Count + columns - 1) / columns;
        var (cell, row) = ((wide + Gap) / columns, high / Math.Max(rows, 1));
        for (var i = 0; i < facts.Count; i++)
        {
            var (left, top) = (x + (i % columns * cell), y + (i / columns * row));
            sheet.WriteLine(TextRole.P, null, sheet.Words(facts[i].Label).OneLine(), left, top + LabelSize, cell - Gap, LabelSize, palette.Muted);
            sheet.WriteRow(
                [.. facts[i].Values.Select(value => (LanguageTags.Of(value.Language), new Paragraph(value.Text, Weight.Bold).OneLine()))],
                left, top + LabelSize + 3, cell - Gap, 2.75f, palette.Ink);
        }
    }

    /// <summary>The number, as large as it goes; digits run to the right in every language.</summary>
    public static void Number(Sheet sheet, CardField number, Palette palette, float x, float y, float wide, float size)
    {
        sheet.WriteLine(TextRole.P, null, sheet.Words(number.Label).OneLine(), x, y, wide, LabelSize, palette.Muted);
        sheet.WriteLine(TextRole.P, null, TextLine.Set(PlainText.Of(number.Values[0].Text), Weight.Bold, isRightToLeft: false), x, y + (size * 1.02f), wide, size, palette.Deep);
    }
}
