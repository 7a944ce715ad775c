using ResidentPortal.Core.Cards.Protection;
using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>Draws letters as tagged PDF files: a pure function from words to bytes. What a letter says comes from its caller; here is only where it stands.</summary>
public sealed class LetterWriter
{
    private const float NumberSize = 3.3f;
    private const float NumberBase = 287;
    private readonly Palette _palette = Palette.Of(CardKind.Uin);

    /// <summary>The file.</summary>
    public byte[] Write(Letter letter) => Draw(letter).File;

    /// <summary>The file, readable with the password only: protected as cards are, and opened again before anybody is offered it.</summary>
    public byte[] Write(Letter letter, string password)
    {
        var (plain, pages) = Draw(letter);
        var file = PdfProtector.Protect(plain, password, PdfPermissions.OfCards);
        var fault = CardSelfCheck.Check(file, password, isOurs: true, pages);
        return fault is CardFileFault.None ? file : throw new InvalidDataException($"A letter was made that must not be given away: {fault}.");
    }

    private (byte[] File, int Pages) Draw(Letter letter)
    {
        var pages = new PrintedPages();
        var sheet = new Sheet(pages, LetterBlocks.Margin, 0, LetterBlocks.Width, letter.Language.IsRightToLeft);
        var laid = LetterLayout.Of(LetterBlocks.Of(letter, _palette));
        for (var number = 1; number <= laid.Count; number++)
        {
            if (number > 1)
            {
                pages.Turn();
            }

            CardDrawing.Strands(sheet, _palette, 17);
            foreach (var piece in laid[number - 1])
            {
                Draw(pages, sheet, piece);
            }

            CardDrawing.Strands(sheet, _palette, 280);
            if (laid.Count > 1)
            {
                pages.Ornament(sheet.Line(TextLine.Set($"{number}/{laid.Count}", Weight.Regular, isRightToLeft: false), 0, NumberBase, LetterBlocks.Width, NumberSize, _palette.Muted, Edge.End));
            }
        }

        // Undated and without a name: the same words make the same bytes.
        return (pages.ToPdf(
            new SKDocumentPdfMetadata
            {
                Title = PlainText.Of(letter.Title),
                Author = PlainText.Of(letter.Office),
                RasterDpi = SKDocumentPdfMetadata.DefaultRasterDpi,
                EncodingQuality = SKDocumentPdfMetadata.DefaultEncodingQuality,
            },
            letter.Language.Tag), laid.Count);
    }

    private void Draw(PrintedPages pages, Sheet sheet, LetterPiece piece)
    {
        if (piece.Block.HasPanel)
        {
            Panel(sheet, piece);
        }

        List<(float X, PlacedLine Line)> placed = [];
        var y = piece.Top;
        foreach (var band in piece.Bands)
        {
            placed.AddRange(band.Lines.Select(line => (line.X, sheet.Line(line.Text, line.X, y + line.Base, line.Room, line.Size, line.Colour, Edge.Start))));
            y += band.Height;
        }

        // A reader hears the whole term, then the whole text.
        pages.Write(piece.Block.Role, null, [.. placed.OrderBy(line => line.X).Select(line => line.Line)], piece.IsContinued);
    }

    private void Panel(Sheet sheet, LetterPiece piece)
    {
        var place = sheet.Place(0, piece.Top - LetterBlocks.PanelRoom, LetterBlocks.Width, piece.Bands.Sum(band => band.Height) + (2 * LetterBlocks.PanelRoom));
        sheet.Ornament(canvas =>
        {
            using var shape = new SKRoundRect(place, 1.6f);
            using var fill = new SKPaint { Color = _palette.Ground, IsAntialias = true };
            canvas.DrawRoundRect(shape, fill);
            using var pen = Engraving.Stroke(_palette.Edge, 0.25f);
            canvas.DrawRoundRect(shape, pen);
        });
    }
}
