using ResidentPortal.Core.Cards.Qr;
using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// The page with the card: heading, front and back side by side to cut out and fold, and plain advice. A pure function from what is said to the bytes of a tagged PDF; nothing
/// is fetched, and no text is more than text.
/// </summary>
public static class CardDrawing
{
    internal const float Spread = 2 * CardSide.Width;
    private const float Margin = (PrintedPages.Width - (2 * CardSide.Width)) / 2;
    private const float CardTop = 69;
    private const float Foot = 274;

    /// <summary>The page as a PDF, without a password.</summary>
    public static byte[] Draw(CardContent card)
    {
        var palette = Palette.Of(card.Kind);
        var page = new PrintedPages();
        using var photo = card.Photo is { } jpeg ? SKImage.FromEncodedData(jpeg) : null;
        var (sheet, front, back) = Sheets(page, card.IsRightToLeft);
        if (card.Watermark is { } words)
        {
            Watermark.Draw(page, sheet, words, palette);
        }

        Head(sheet, card, palette);
        FrontSide.Draw(front, card, photo, palette);
        BackSide.Draw(back, card, palette);
        Advice(sheet, card, palette);
        var made = card.IssuedOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return page.ToPdf(
            new SKDocumentPdfMetadata
            {
                Title = PlainText.Of(card.Title),
                Author = PlainText.Of(card.Authority),
                Creation = made,
                Modified = made,
                RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
                EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
            },
            card.LanguageTag,
            CardGround.Of(card.Kind, card.IsRightToLeft, ground => DrawGround(ground, card.Kind, palette, card.IsRightToLeft)),
            card.QrText.Length > 0 ? QrPicture.Of(QrSymbol.Of(card.QrText)) : null);
    }

    /// <summary>The fine lines along the head and the foot of a page.</summary>
    internal static void Strands(Sheet sheet, Palette palette, float y)
    {
        var band = sheet.Place(0, y, Spread, 0);
        sheet.Ornament(canvas => Engraving.Draw(canvas, Engraving.Strands, band.Left, band.Top, 1, palette.Edge, 0.16f));
    }

    private static void DrawGround(PrintedPages page, CardKind kind, Palette palette, bool isRightToLeft)
    {
        var (sheet, front, back) = Sheets(page, isRightToLeft);
        Strands(sheet, palette, 17);
        Marks(sheet, palette);
        FrontSide.DrawGround(front, kind, palette);
        BackSide.DrawGround(back, palette);
        Strands(sheet, palette, Foot + 3);
    }

    private static (Sheet Page, Sheet Front, Sheet Back) Sheets(PrintedPages page, bool isRightToLeft)
    {
        var sheet = new Sheet(page, Margin, 0, Spread, isRightToLeft);
        return (sheet, Side(0), Side(CardSide.Width));

        Sheet Side(float x) => new(page, sheet.Place(x, 0, CardSide.Width, 0).Left, CardTop, CardSide.Width, isRightToLeft);
    }

    private static void Head(Sheet sheet, CardContent card, Palette palette)
    {
        sheet.WriteLine(TextRole.P, null, sheet.Words(card.Authority).OneLine(), 0, 29, Spread, 3.9f, palette.Muted);
        sheet.WriteLine(TextRole.H1, null, sheet.Words(card.Heading, Weight.Bold).OneLine(), 0, 40.5f, Spread, 10, palette.Primary);
        sheet.WriteColumn([new(TextRole.P, null, sheet.Words(card.Lead), 4.1f, palette.Ink, 0, Edge.Start)], 0, 45, Spread, 12);
    }

    // Short lines at the corners to cut along, a dashed one to fold along.
    private static void Marks(Sheet sheet, Palette palette) => sheet.Ornament(canvas =>
    {
        const float Length = 4;
        const float Gap = 1.5f;
        var spread = sheet.Place(0, CardTop, Spread, CardSide.Height);
        using var pen = Engraving.Stroke(palette.Mark, 0.2f);
        foreach (var x in (float[])[spread.Left, spread.Right])
        {
            canvas.DrawLine(x, spread.Top - Gap - Length, x, spread.Top - Gap, pen);
            canvas.DrawLine(x, spread.Bottom + Gap, x, spread.Bottom + Gap + Length, pen);
        }

        foreach (var y in (float[])[spread.Top, spread.Bottom])
        {
            canvas.DrawLine(spread.Left - Gap - Length, y, spread.Left - Gap, y, pen);
            canvas.DrawLine(spread.Right + Gap, y, spread.Right + Gap + Length, y, pen);
        }

        for (var dash = 0f; dash < 6; dash += 1.6f)
        {
            canvas.DrawLine(spread.MidX, spread.Top - Gap - dash, spread.MidX, spread.Top - Gap - dash - 0.9f, pen);
            canvas.DrawLine(spread.MidX, spread.Bottom + Gap + dash, spread.MidX, spread.Bottom + Gap + dash + 0.9f, pen);
        }
    });

    private static void Advice(Sheet sheet, CardContent card, Palette palette)
    {
        const float Gap = 10;
        const float Column = (Spread - Gap) / 2;
        const float Top = CardTop + CardSide.Height + 20;
        var half = (card.Advice.Count + 1) / 2;
        Write(card.Advice.Take(half), 0);
        Write(card.Advice.Skip(half), Column + Gap);

        void Write(IEnumerable<CardAdvice> sections, float x) => sheet.WriteColumn(
            [.. sections.SelectMany((section, index) => (ColumnEntry[])
            [
                new(TextRole.H2, null, sheet.Words(section.Title, Weight.Bold), 4.8f, palette.Primary, index == 0 ? 0 : 8, Edge.Start),
                new(TextRole.P, null, sheet.Words(section.Text), 4.1f, palette.Ink, 1.2f, Edge.Start),
            ])],
            x, Top, Column, Foot - Top);
    }
}
