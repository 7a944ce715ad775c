using System.Text;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Rendering;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>S-70: a card is made of text alone; what the record holds is printed, never followed.</summary>
public sealed class CardTextTests
{
    private static readonly string[] Deeds = ["Annots", "AA", "OpenAction", "URI", "JS", "JavaScript", "Launch", "EmbeddedFiles", "AcroForm", "XFA"];

    [Theory]
    [InlineData("<img src=http://evil.example/x.png>", "<img src=http://evil.example/x.png>")]
    [InlineData("https://evil.example/pay", "https://evil.example/pay")]
    [InlineData(@"A (B) \) >> endobj % ( \", @"A (B) \) >> endobj % ( \")]
    [InlineData("BT ET Do EMC", "BT ET Do EMC")]
    [InlineData("Jo\0hn\u0007 \u001b[31mSmith\r\nET\nBT", "John [31mSmith ET BT")]
    [InlineData("Anna\u202Egnp.exe\u202C", "Annagnp.exe")]
    [InlineData("{{7*7}} ${x} $name %s", "{{7*7}} ${x} $name %s")]
    public async Task A_hostile_name_is_printed_as_it_is_and_does_nothing(string name, string printed)
    {
        var holder = CardSpecimens.Holder(new LocalText("eng", name)) with { Addresses = [new("eng", [name])] };
        var pdf = CardDrawing.Draw(CardSpecimens.Write(holder) with { Check = name });
        using var file = new CardFile(pdf);
        (await CardSpecimens.ReadAsync(file.Path)).ShouldContain(printed);
        using var document = PdfDocument.Open(pdf, ParsingOptions.LenientParsingOff);
        var keys = document.Structure.CrossReferenceTable.ObjectOffsets.Keys.SelectMany(reference => Keys(document.Structure.GetObject(reference).Data)).ToHashSet(StringComparer.Ordinal);
        keys.ShouldContain("StructTreeRoot");
        keys.Intersect(Deeds).ShouldBeEmpty();
        Encoding.Latin1.GetString(pdf).ShouldNotContain("evil.example"); // in the page's own stream alone
    }

    [Fact]
    public async Task Half_a_letter_is_a_letter_nobody_knows()
    {
        using var file = new CardFile(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("eng", $"lone {'\ud800'} half"))));
        (await CardSpecimens.ReadAsync(file.Path)).ShouldContain("lone \uFFFD half");
    }

    [Fact]
    public void A_hostile_title_is_a_title()
    {
        var pdf = CardDrawing.Draw(CardSpecimens.Write(CardSpecimens.Holder(new LocalText("eng", "Meera"))) with { Title = "Card (for) \\) >> endobj\0\r\n%%EOF" });
        using var document = PdfDocument.Open(pdf, ParsingOptions.LenientParsingOff);
        document.Information.Title.ShouldBe("Card (for) \\) >> endobj %%EOF");
    }

    [Fact]
    public void A_photo_is_the_only_file_that_goes_in()
    {
        using var document = PdfDocument.Open(CardDrawing.Draw(CardSpecimens.Write(CardSpecimens.Holder(new LocalText("eng", "Meera")), photo: CardSpecimens.Face)));
        document.GetPage(1).GetImages().Count().ShouldBe(2); // the face, the code
    }

    private static IEnumerable<string> Keys(IToken token) => token switch
    {
        DictionaryToken dictionary => dictionary.Data.SelectMany(entry => Keys(entry.Value).Prepend(entry.Key)),
        ArrayToken array => array.Data.SelectMany(Keys),
        StreamToken stream => Keys(stream.StreamDictionary),
        _ => [],
    };
}
