using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>What a screen reader is told.</summary>
public sealed class CardTagTests
{
    private static readonly CardHolder Anouar = CardSpecimens.Holder(new LocalText("eng", "Anouar Ben Salah"), new LocalText("ara", "أنور بن صالح الفاسي"), new LocalText("amh", "አኑዋር"), new LocalText("xx(", "Anwar"));

    [Fact]
    public async Task The_file_is_tagged()
    {
        using var file = new CardFile(CardSpecimens.Draw(Anouar));
        (await OutsideTools.AskAsync("pdfinfo", file.Path)).Output.ShouldMatch(@"Tagged:\s+yes");
    }

    [Fact]
    public void Pictures_are_told_in_words_and_there_is_one_first_heading()
    {
        var elements = Elements(CardDrawing.Draw(CardSpecimens.Write(Anouar, photo: CardSpecimens.Face)));
        elements.Where(element => element.Role is "Figure").Select(element => element.Alt).ShouldBe(
            ["Photo of the person this card belongs to", "QR code with the facts of this card, signed by the authority. It is read on the page for checking cards."]);
        elements.Count(element => element.Role is "H1").ShouldBe(1);
        elements.Count(element => element.Role is "H2").ShouldBe(5);
        elements.Where(element => element.Role is not "Figure").ShouldAllBe(element => element.Role == "H1" || element.Role == "H2" || element.Role == "P");
    }

    [Fact]
    public void Each_name_has_its_language_and_letters_that_join_have_their_text()
    {
        var elements = Elements(CardSpecimens.Draw(Anouar));
        elements.ShouldContain(element => element.Language == "ar" && element.Text == "أنور بن صالح الفاسي");
        elements.ShouldContain(element => element.Language == "am" && element.Text == "አኑዋር");
        elements.Count(element => element.Language is "en").ShouldBe(3); // the name and the two dates
        elements.Select(element => element.Language).Distinct().ShouldBe([null, "en", "ar", "am"], ignoreOrder: true); // what is no language has none
    }

    [Theory]
    [InlineData("eng", "en")]
    [InlineData("ara", "ar")]
    public void The_page_has_the_language_of_its_words(string code, string tag)
    {
        using var document = PdfDocument.Open(CardDrawing.Draw(CardSpecimens.Write(Anouar, language: Language.Find(code))));
        document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"), out StringToken language).ShouldBeTrue();
        language.Data.ShouldBe(tag);
    }

    private static List<(string Role, string? Language, string? Alt, string? Text)> Elements(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        return [.. document.Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(reference => reference.ObjectNumber)
            .Select(reference => document.Structure.GetObject(reference).Data as DictionaryToken)
            .Where(token => token is not null && token.TryGet(NameToken.Type, out NameToken type) && type.Data is "StructElem" && Word(token, "S") is not "Document")
            .Select(token => (Word(token!, "S")!, Word(token!, "Lang"), Word(token!, "Alt"), Word(token!, "ActualText")))];
    }

    private static string? Word(DictionaryToken token, string key) => token.Data.GetValueOrDefault(key) switch
    {
        NameToken name => name.Data,
        StringToken text => text.Data,
        HexToken text => text.Data,
        _ => null,
    };
}
