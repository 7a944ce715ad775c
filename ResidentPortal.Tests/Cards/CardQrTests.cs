using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class CardQrTests
{
    [Theory]
    [InlineData(600, "eng", 150)]
    [InlineData(750, "ara", 150)]
    [InlineData(900, "fra", 150)]
    [InlineData(900, "eng", 300)]
    public async Task The_code_on_the_page_is_read_back(int length, string language, int resolution)
    {
        var text = CardSpecimens.QrText(length);
        using var file = new CardFile(CardDrawing.Draw(CardSpecimens.Write(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan")), language: Language.Find(language), qrText: text)));
        var picture = file.Path[..^4];
        (await OutsideTools.AskAsync("pdftoppm", "-r", $"{resolution}", "-gray", "-singlefile", "-png", file.Path, picture)).ExitCode.ShouldBe(0);
        var read = await OutsideTools.AskAsync("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", $"{picture}.png");
        File.Delete($"{picture}.png");
        read.Output.TrimEnd('\n').ShouldBe(text);
    }
}
