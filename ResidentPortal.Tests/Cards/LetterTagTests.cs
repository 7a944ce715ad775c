using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>What a screen reader is told of a letter.</summary>
public sealed class LetterTagTests
{
    [Fact]
    public async Task The_file_is_tagged_and_titled_without_a_person()
    {
        using var file = new CardFile(LetterSpecimens.Draw(LetterSpecimens.English));
        var facts = (await OutsideTools.AskAsync("pdfinfo", file.Path)).Output;
        facts.ShouldMatch(@"Tagged:\s+yes");
        facts.ShouldMatch(@"Title:\s+Your request was received");
        facts.ShouldMatch(@"Author:\s+National Identification Authority");
        facts.ShouldMatch(@"Page size:\s+595 x 842 pts \(A4\)");
        facts.ShouldNotContain("CreationDate");
    }

    [Theory]
    [InlineData("eng", "en")]
    [InlineData("ara", "ar")]
    public void The_pages_have_the_language_of_their_words(string code, string tag)
    {
        using var document = PdfDocument.Open(LetterSpecimens.Draw(LetterSpecimens.Long(Language.Find(code)!)));
        document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"), out StringToken language).ShouldBeTrue();
        language.Data.ShouldBe(tag);
    }

    [Fact]
    public void Each_part_is_one_thing_to_a_reader_also_over_two_pages()
    {
        var letter = LetterSpecimens.Long(Language.English);
        using var document = PdfDocument.Open(LetterSpecimens.Draw(letter));
        var elements = Elements(document);
        elements.Select(element => Name(element, "S")).ShouldBe(["P", "H1", .. letter.Parts.Select(part => part.Kind is LetterPartKind.Heading ? "H2" : "P")]);
        elements.Count(element => ((ArrayToken)element.Data["K"]).Data.OfType<DictionaryToken>().Any()).ShouldBeGreaterThan(1); // those that go on overleaf
    }

    [Fact]
    public void A_row_is_read_term_first_and_letters_that_join_have_their_text()
    {
        using var document = PdfDocument.Open(LetterSpecimens.Draw(LetterSpecimens.Arabic));
        var texts = Elements(document).Select(element => ((HexToken)element.Data["ActualText"]).Data).ToList();
        texts[1].ShouldBe(LetterSpecimens.Arabic.Title);
        texts.ShouldContain("رقم الهوية 4952 4086 51");
        texts.ShouldContain("الاسم باللاتينية Maximiliana Wolfeschlegelstein");
    }

    [Fact]
    public async Task A_reader_that_follows_the_tags_hears_every_word_once()
    {
        using var file = new CardFile(LetterSpecimens.Draw(LetterSpecimens.Long(Language.English)));
        var told = CardSpecimens.Plain((await OutsideTools.AskAsync("pdfinfo", "-struct-text", file.Path)).Output);
        foreach (var word in LetterSpecimens.Long(Language.English).Parts.SelectMany(part => part.Text.Split(' ')))
        {
            told.Split(word).Length.ShouldBeGreaterThan(1, word);
        }

        told.ShouldNotContain("1/");
    }

    private static List<DictionaryToken> Elements(PdfDocument document) => [.. document.Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(reference => reference.ObjectNumber)
        .Select(reference => document.Structure.GetObject(reference).Data).OfType<DictionaryToken>()
        .Where(token => Name(token, "Type") is "StructElem" && Name(token, "S") is not "Document")];

    private static string? Name(DictionaryToken token, string key) => (token.Data.GetValueOrDefault(key) as NameToken)?.Data;
}
