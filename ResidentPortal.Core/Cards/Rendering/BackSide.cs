namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>The back: where they live, how the card is checked, and the QR code, as large as the card allows.</summary>
internal static class BackSide
{
    private const float Band = 3.2f;
    private const float Code = 43.6f;

    public static void DrawGround(Sheet sheet, Palette palette)
    {
        CardSide.Ground(sheet, palette, Band, Engraving.NarrowNet, (19, 59, 27));
        CardSide.Outline(sheet, palette);
    }

    public static void Draw(Sheet sheet, CardContent card, Palette palette)
    {
        // Without a code, its place belongs to the words.
        var hasCode = card.QrText.Length > 0;
        var column = CardSide.Width - (2 * CardSide.Margin) - (hasCode ? Code + 2.5f : 0);
        if (card.Address is { } address)
        {
            sheet.WriteColumn([.. CardSide.Entries(sheet, address, palette, 2.5f, 2.5f, Weight.Regular)], CardSide.Margin, 7, column, 24.5f);
        }

        sheet.WriteColumn(
            [
                .. CardSide.Entries(sheet, card.Issued, palette, 2.4f, 2.4f, Weight.Regular).Select(entry => entry with { Edge = Edge.Start }),
                .. hasCode ? [new ColumnEntry(TextRole.P, null, sheet.Words(card.Check), 1.95f, palette.Muted, 1.2f, Edge.Start)] : Array.Empty<ColumnEntry>(),
            ],
            CardSide.Margin, 33, column, 17.5f);
        if (hasCode)
        {
            sheet.Picture(QrPicture.Place, CardSide.Width - CardSide.Margin - Code, Band + 0.5f + ((CardSide.Height - Band - 0.5f - Code) / 2), Code, Code, 0, card.QrMeaning);
        }
    }
}
