using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>Sets the parts of a letter in lines: how large, how wide, in which column; not yet where on which page.</summary>
internal static class LetterBlocks
{
    public const float Width = CardDrawing.Spread;
    public const float Margin = (PrintedPages.Width - Width) / 2;
    public const float PanelRoom = 3.5f;
    private const float TextWidth = 150; // longer lines are lost on the way back
    private const float TermWidth = 52;
    private const float Gap = 4;
    private const float Size = 4;
    private const float SmallSize = 3.4f;
    private const float Spacing = 1.3f;

    /// <summary>The letter from top to foot.</summary>
    public static List<LetterBlock> Of(Letter letter, Palette palette)
    {
        var isRightToLeft = letter.Language.IsRightToLeft;
        return
        [
            new(TextRole.P, 0, Bands(Words(letter.Office), TextWidth, 3.9f, palette.Muted)),
            new(TextRole.H1, 4, Bands(Words(letter.Title, Weight.Bold), Width, 8.5f, palette.Primary)) { StaysWithNext = true },
            .. letter.Parts.Select(part => part.Kind switch
            {
                LetterPartKind.Heading => new LetterBlock(TextRole.H2, 8, Bands(Words(part.Text, Weight.Bold), TextWidth, 5, palette.Primary)) { StaysWithNext = true },
                LetterPartKind.Row => new LetterBlock(TextRole.P, 2, Beside(
                    Bands(Words(part.Term ?? string.Empty), TermWidth, Size, palette.Muted),
                    Bands(Said(part.Text), Width - TermWidth - Gap, Size, palette.Ink, TermWidth + Gap))),
                LetterPartKind.Number => new LetterBlock(TextRole.P, 3 + PanelRoom, [.. Bands(Words(part.Term ?? string.Empty), Width - (2 * PanelRoom), SmallSize, palette.Muted, PanelRoom), Number(part.Text)])
                {
                    HasPanel = true, After = 2 + PanelRoom,
                },
                _ => new LetterBlock(TextRole.P, 3, Bands(Words(part.Text), TextWidth, Size, palette.Ink)),
            }),
        ];

        Paragraph Words(string text, Weight weight = Weight.Regular) => new(text, weight, isRightToLeft);

        // What stands beside a term may be of another script altogether, and then keeps its own direction; a sentence that only begins with a foreign name runs as the letter does.
        Paragraph Said(string text) => new(text, Weight.Regular, isRightToLeft && text.EnumerateRunes().Any(rune => Bidi.IsRightToLeft(rune.ToString()) is true) ? true : null);

        // Digits run to the right in every language.
        LetterBand Number(string text)
        {
            const float Room = Width - (2 * PanelRoom);
            var line = TextLine.Set(PlainText.Of(text), Weight.Bold, isRightToLeft: false);
            var size = Math.Min(9, Room / Math.Max(line.Width, 1));
            return new LetterBand((line.Ascent + line.Descent) * size * 1.1f, [new(line, PanelRoom, line.Ascent * size * 1.1f, Room, size, palette.Deep)]);
        }
    }

    private static List<LetterBand> Bands(Paragraph text, float room, float size, SKColor colour, float x = 0) =>
        text.Lines(room / size).ConvertAll(line => new LetterBand((line.Ascent + line.Descent) * size * Spacing, [new(line, x, line.Ascent * size * Spacing, room, size, colour)]));

    // First line beside first line, and so on down the longer of the two.
    private static List<LetterBand> Beside(List<LetterBand> terms, List<LetterBand> texts) => [.. Enumerable.Range(0, Math.Max(terms.Count, texts.Count)).Select(i =>
    {
        LetterBand[] both = [.. terms.Skip(i).Take(1), .. texts.Skip(i).Take(1)];
        var drop = both.Max(band => band.Lines[0].Base); // letters of two scripts stand on one line
        return new LetterBand(both.Max(band => band.Height - band.Lines[0].Base) + drop, [.. both.Select(band => band.Lines[0] with { Base = drop })]);
    })];
}

/// <summary>A part of a letter, set in lines.</summary>
/// <param name="Role">What it is to a reader.</param>
/// <param name="Before">The room above it.</param>
/// <param name="Bands">Its lines.</param>
internal sealed record LetterBlock(TextRole Role, float Before, IReadOnlyList<LetterBand> Bands)
{
    /// <summary>The room below it.</summary>
    public float After { get; init; }

    /// <summary>Whether it stands on a ground with an edge, and so in one piece.</summary>
    public bool HasPanel { get; init; }

    /// <summary>Whether it is a heading, which never stands last on a page.</summary>
    public bool StaysWithNext { get; init; }
}

/// <summary>What stands at one height.</summary>
/// <param name="Height">How high it is.</param>
/// <param name="Lines">The lines in it, side by side.</param>
internal sealed record LetterBand(float Height, IReadOnlyList<LetterLine> Lines);

/// <summary>A line in its band.</summary>
/// <param name="Text">The line.</param>
/// <param name="X">Where its column begins.</param>
/// <param name="Base">How far its base lies below the top of the band.</param>
/// <param name="Room">How wide its column is.</param>
/// <param name="Size">Its size.</param>
/// <param name="Colour">Its colour.</param>
internal sealed record LetterLine(TextLine Text, float X, float Base, float Room, float Size, SKColor Colour);
