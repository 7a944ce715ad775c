namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>What stands aslant under all words of a page that was printed at a desk, and once in a line to be read: a copy tells where it came from, and no cut takes that away.</summary>
internal static class Watermark
{
    private const float Slant = -24;
    private const float Step = 13;
    private const float Size = 3.4f;
    private const float Inset = 5;
    private const float ReadAt = 62.2f;

    public static void Draw(PrintedPages page, Sheet sheet, string words, Palette palette)
    {
        // All of a line stands on the page: what does not is left away by the drawing library, and would be missed by the tags.
        var line = sheet.Words(words).OneLine();
        var (sin, cos) = MathF.SinCos(-Slant * MathF.PI / 180);
        var size = MathF.Min(Size, (PrintedPages.Width - (2 * Inset)) / (line.Width * cos));
        var (along, up) = (line.Width * size * cos, line.Width * size * sin);
        for (var (row, y) = (0, up + (2 * Inset)); y < PrintedPages.Height - Inset; row++, y += Step)
        {
            // Every other row ends at the far edge, so that no upright strip of the page is without the words.
            page.Ornament(new PlacedLine(line, row % 2 == 0 ? Inset : PrintedPages.Width - Inset - along, y, size, palette.Edge), Slant);
        }

        sheet.WriteLine(TextRole.P, null, line, 0, ReadAt, CardDrawing.Spread, 3.3f, palette.Muted);
    }
}
