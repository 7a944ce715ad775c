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
        const float Column = CardSide.Width - (2 * CardSide.Margin) - Code - 2.5f;
        if (card.Address is { } address)
        {
            sheet.WriteColumn([.. CardSide.Entries(sheet, address, palette, 2.5f, 2.5f, Weight.Regular)], CardSide.Margin, 7, Column, 24.5f);
        }

        sheet.WriteColumn(
            [.. CardSide.Entries(sheet, card.Issued, palette, 2.4f, 2.4f, Weight.Regular).Select(entry => entry with { Edge = Edge.Start }), new(TextRole.P, null, sheet.Words(card.Check), 1.95f, palette.Muted, 1.2f, Edge.Start)],
            CardSide.Margin, 33, Column, 17.5f);
        sheet.Picture(QrPicture.Place, CardSide.Width - CardSide.Margin - Code, Band + 0.5f + ((CardSide.Height - Band - 0.5f - Code) / 2), Code, Code, 0, card.QrMeaning);
    }
}
