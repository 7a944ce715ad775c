using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class WatermarkTests
{
    [Theory]
    [InlineData("eng", "Kenitra Centre (10001)")]
    [InlineData("fra", "Centre de Kénitra (10001)")]
    [InlineData("ara", "مركز القنيطرة (10001)")]
    [InlineData("eng", "The very long named registration centre of the administrative district of the northern harbour (10001)")]
    public async Task Where_when_and_how_often_stands_all_over_a_print_and_leaves_the_code_readable(string code, string centre)
    {
        var language = Language.Find(code)!;
        var content = CardSpecimens.Write(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan"), new LocalText("ara", "ميرا كلدان")), CardNumber.Of(CardSpecimens.Uin, isMasked: true), language, CardSpecimens.Face);
        using var file = new CardFile(CardDrawing.Draw(CardWriter.ForPrinter(content, language, new CardPrint(centre, new DateTime(2026, 11, 28, 14, 32, 0), 3))));
        var text = await CardSpecimens.ReadAsync(file.Path);
        text.ShouldContain("14:32");
        using (var pdf = PdfDocument.Open(file.Path))
        {
            var page = pdf.GetPage(1);
            var aslant = page.Letters.Where(letter => letter.TextOrientation is TextOrientation.Other).ToList();
            aslant.Count.ShouldBeGreaterThan(500);
            aslant.ShouldAllBe(letter => letter.StartBaseLine.X >= 0 && letter.StartBaseLine.X <= page.Width && letter.StartBaseLine.Y >= 0 && letter.StartBaseLine.Y <= page.Height);
        }

        (await CardSpecimens.ReadQrAsync(file.Path, string.Empty)).ShouldBe(content.QrText);
    }
}
