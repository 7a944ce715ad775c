using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>The front: who it is, and the number.</summary>
internal static class FrontSide
{
    private const float Band = 9.5f;
    private const float Inner = CardSide.Width - (2 * CardSide.Margin);
    private const float VidPhoto = 19;
    private const float VidRoom = Inner - VidPhoto - 3;

    public static void DrawGround(Sheet sheet, CardKind kind, Palette palette)
    {
        var isUin = kind is not CardKind.Vid;
        CardSide.Ground(sheet, palette, Band, Engraving.Net, isUin ? (75, 51.5f, 29) : (77, 52.5f, 29));
        if (!isUin)
        {
            Panel(sheet, palette);
        }

        CardSide.Outline(sheet, palette);
    }

    public static void Draw(Sheet sheet, CardContent card, SKImage? photo, Palette palette)
    {
        sheet.WriteLine(TextRole.P, null, sheet.Words(card.Authority, Weight.Bold).OneLine(), CardSide.Margin, 6.15f, 50, 3.1f, palette.White);
        sheet.WriteLine(TextRole.H2, null, sheet.Words(card.KindName).OneLine(), 56, 6.05f, CardSide.Width - CardSide.Margin - 56, 2.7f, palette.WarmLine, Edge.End);
        if (card.Kind is CardKind.Uin)
        {
            OfUin(sheet, card, photo, palette);
        }
        else if (card.Kind is CardKind.Personal)
        {
            OfChosen(sheet, card, photo, palette);
        }
        else
        {
            OfVid(sheet, card, photo, palette);
        }
    }

    // The face first, then the name beside it; the number along the foot.
    private static void OfUin(Sheet sheet, CardContent card, SKImage? photo, Palette palette)
    {
        const float Beside = 30.5f;
        const float Room = CardSide.Width - CardSide.Margin - Beside;
        CardSide.Photo(sheet, card, photo, palette, CardSide.Margin, 13, 23, 28.2f);
        sheet.WriteColumn([.. CardSide.Entries(sheet, card.Name, palette, 3.9f, 3.5f, Weight.Bold)], Beside, 12.8f, Room, 18.6f);
        CardSide.Grid(sheet, card.Facts, palette, 2, Beside, 32.6f, Room, 9);
        CardSide.Number(sheet, card.Number, palette, CardSide.Margin, 45, Inner, 5.6f);
    }

    // The number first, in a panel, since it is what the card is for; the face at the far side, smaller.
    private static void OfVid(Sheet sheet, CardContent card, SKImage? photo, Palette palette)
    {
        CardSide.Number(sheet, card.Number, palette, CardSide.Margin + 2, 15.6f, VidRoom - 4, 5.2f);
        sheet.WriteColumn([.. CardSide.Entries(sheet, card.Name, palette, 3.5f, 3.2f, Weight.Bold)], CardSide.Margin, 24.6f, VidRoom, 13.2f);
        CardSide.Photo(sheet, card, photo, palette, CardSide.Width - CardSide.Margin - VidPhoto, 12.6f, VidPhoto, 24);
        CardSide.Grid(sheet, card.Facts, palette, 3, CardSide.Margin, 39.2f, Inner, 12f);
    }

    // What was chosen, one under the other; the face beside it only where it was chosen too.
    private static void OfChosen(Sheet sheet, CardContent card, SKImage? photo, Palette palette)
    {
        var beside = CardSide.Margin;
        if (card.HasPhotoPlace)
        {
            CardSide.Photo(sheet, card, photo, palette, CardSide.Margin, 13, 23, 28.2f);
            beside = 30.5f;
        }

        sheet.WriteColumn(
            [.. card.Facts.SelectMany((fact, place) => CardSide.Entries(sheet, fact, palette, 3.4f, 2.9f, Weight.Bold, place == 0 ? 0 : 1.6f)).Select(entry => entry with { Edge = Edge.Start })], beside, 12.8f, CardSide.Width - CardSide.Margin - beside, 37.5f);
    }

    private static void Panel(Sheet sheet, Palette palette)
    {
        var panel = sheet.Place(CardSide.Margin, 12.6f, VidRoom, 10.6f);
        sheet.Ornament(canvas =>
        {
            using var shape = new SKRoundRect(panel, 1.2f);
            using var paint = new SKPaint { Color = palette.White, IsAntialias = true };
            canvas.DrawRoundRect(shape, paint);
            using var pen = Engraving.Stroke(palette.Edge, 0.25f);
            canvas.DrawRoundRect(shape, pen);
        });
    }
}
