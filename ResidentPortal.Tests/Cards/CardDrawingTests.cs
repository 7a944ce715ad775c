using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class CardDrawingTests
{
    private const float PointsPerMillimetre = 72 / 25.4f;
    private static readonly LocalText[] FourLongNames =
    [
        new("eng", "Maximiliana Christophora Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh A"),
        new("ara", "عبد الرحمن بن محمد بن عبد العزيز بن سليمان بن إبراهيم آل الشيخ المهداوي الفلاحي ب"),
        new("fra", "Maximilienne Christophora Élisabeth-Hélène de La Rochefoucauld-Montbel d’Aubigné"),
        new("ben", "আবদুর রহমান চৌধুরী মোহাম্মদ শফিকুল ইসলাম খন্দকার বিশ্বাস মজুমদার সিদ্দিকী তালুকদার"),
    ];

    public static TheoryData<string, string> Names => new()
    {
        { "one letter", "X" },
        { "eighty letters", FourLongNames[0].Text },
        { "one word of eighty letters", new string('W', 80) },
        { "Khmer, which has no spaces", string.Concat(Enumerable.Repeat("សុវណ្ណវិជ្ជា", 7)) },
        { "letters that no font has", "𐤀𐤁 漢字 🙂" },
        { "nothing", string.Empty },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_stays_on_its_side_of_the_card(string kind, string name)
    {
        kind.ShouldNotBeEmpty();
        AssertInside(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("eng", name))));
    }

    [Fact]
    public async Task Four_names_of_eighty_letters_and_long_addresses_fit_and_are_whole()
    {
        var holder = CardSpecimens.Holder(FourLongNames) with
        {
            Genders = [new("eng", "Female"), new("ara", "أنثى"), new("fra", "Féminin"), new("ben", "মহিলা")],
            Addresses =
            [
                new("eng", ["Flat 1204, The Very Long Named Residential Tower of the Northern Harbour", "Boulevard of the Twenty-Sixth of September 1962, Administrative District Eleven", "Port Selene-sur-Mer 10114"]),
                new("ara", ["البرج السكني الطويل الاسم في الميناء الشمالي", "جادة السادس والعشرين من سبتمبر 1962"]),
            ],
        };
        foreach (var number in (CardNumber[])[CardNumber.Of(CardSpecimens.Uin, isMasked: false), CardNumber.Of(CardSpecimens.Vid, isMasked: false, "Temporary", CardSpecimens.Today, 5)])
        {
            var pdf = CardDrawing.Draw(CardSpecimens.Write(holder, number, photo: CardSpecimens.Face));
            AssertInside(pdf);
            using var file = new CardFile(pdf);
            var text = await CardSpecimens.ReadAsync(file.Path);
            foreach (var name in FourLongNames)
            {
                text.ShouldContain(name.Text);
            }

            text.ShouldContain("Boulevard of the Twenty-Sixth of September 1962, Administrative District Eleven");

            // One address, in the language of the card: all of them together would be too small to read.
            text.ShouldNotContain("البرج");
        }
    }

    [Theory]
    [InlineData("eng")]
    [InlineData("fra")]
    [InlineData("ara")]
    public async Task Every_language_of_labels_says_all_of_it(string code)
    {
        var content = CardSpecimens.Write(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan")), CardNumber.Of(CardSpecimens.Vid, isMasked: true, "PERPETUAL", null, null), Language.Find(code));
        using var file = new CardFile(CardDrawing.Draw(content));
        var text = await CardSpecimens.ReadAsync(file.Path);
        foreach (var words in content.Facts.Select(fact => fact.Label).Concat(content.Facts.SelectMany(fact => fact.Values).Select(value => value.Text))
            .Concat(content.Advice.SelectMany(advice => (string[])[advice.Title, advice.Text])).Concat([content.Heading, content.Lead, content.Number.Label, content.Check]))
        {
            foreach (var word in words.Split([' ', '،', '.', ':', ';', ','], StringSplitOptions.RemoveEmptyEntries))
            {
                text.ShouldContain(word); // a line of two directions comes in the order of the reader's guess; its tag has the order
            }
        }

        text.ShouldContain("•••• •••• •••• 1546");
    }

    [Fact]
    public async Task A_masked_card_shows_the_last_digits_only()
    {
        using var file = new CardFile(CardDrawing.Draw(CardSpecimens.Write(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan")), CardNumber.Of(CardSpecimens.Uin, isMasked: true))));
        var text = await CardSpecimens.ReadAsync(file.Path);
        text.ShouldContain("•••• ••86 51");
        text.Replace(" ", string.Empty, StringComparison.Ordinal).ShouldNotContain(CardSpecimens.Digits);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_photo_that_can_be_read_a_sentence_stands_in_its_place(bool isBroken)
    {
        using var file = new CardFile(CardDrawing.Draw(CardSpecimens.Write(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan")), photo: isBroken ? [0xFF, 0xD8, 0xFF, 1, 2, 3] : null)));
        (await CardSpecimens.ReadAsync(file.Path)).ShouldContain("No photo could be printed.");
    }

    [Fact]
    public void The_same_content_makes_the_same_bytes()
    {
        var content = CardSpecimens.Write(CardSpecimens.Holder(FourLongNames), photo: CardSpecimens.Face);
        CardDrawing.Draw(content).ShouldBe(CardDrawing.Draw(content));
    }

    [Fact]
    public void The_file_tells_neither_name_nor_number_in_its_title_and_is_dated_by_its_content()
    {
        using var document = PdfDocument.Open(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan"))));
        document.NumberOfPages.ShouldBe(1);
        document.Information.Title.ShouldBe("ID card");
        document.Information.Author.ShouldBe(CardSpecimens.Authority);
        document.Information.CreationDate.ShouldStartWith("D:20261124000000");
    }

    [Fact]
    public async Task A_sound_file_as_qpdf_judges()
    {
        using var file = new CardFile(CardDrawing.Draw(CardSpecimens.Write(CardSpecimens.Holder(FourLongNames), photo: CardSpecimens.Face)));
        (await OutsideTools.AskAsync("qpdf", "--check", file.Path)).ExitCode.ShouldBe(0);
    }

    // Letters that stand between the upper and the lower edge of the card stand between its left edge and the fold, or the fold and its right edge.
    private static void AssertInside(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var (left, fold, right) = (19.4 * PointsPerMillimetre, 105 * PointsPerMillimetre, 190.6 * PointsPerMillimetre);
        var (top, bottom) = ((297 - 69) * PointsPerMillimetre, (297 - 69 - 53.98) * PointsPerMillimetre);
        var letters = document.GetPage(1).Letters.Where(letter => letter.Width > 0 && letter.StartBaseLine.Y < top + 5 && letter.StartBaseLine.Y > bottom - 5).ToList();
        letters.Count.ShouldBeGreaterThan(60);
        foreach (var letter in letters)
        {
            letter.StartBaseLine.Y.ShouldBeInRange(bottom + 3, top - 3);
            letter.StartBaseLine.X.ShouldBeGreaterThan(left + 3);
            letter.EndBaseLine.X.ShouldBeLessThan(right - 3);
            ((letter.StartBaseLine.X < fold - 3) == (letter.EndBaseLine.X < fold - 3)).ShouldBeTrue(letter.Value);
        }
    }
}
