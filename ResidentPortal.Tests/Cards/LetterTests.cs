using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Languages;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Exceptions;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class LetterTests
{
    private const float PointsPerMillimetre = 72 / 25.4f;
    private const float Left = 19.4f;
    private const float Right = 190.6f;

    public static TheoryData<string, string> Words => new()
    {
        { "one word of three hundred letters", new string('W', 300) },
        { "Khmer, which has no spaces", string.Concat(Enumerable.Repeat("សុវណ្ណវិជ្ជា", 30)) },
        { "Arabic", string.Concat(Enumerable.Repeat("عبد الرحمن بن محمد ", 20)) },
        { "Amharic", string.Concat(Enumerable.Repeat("አኑዋር በን ሳላህ ", 20)) },
        { "Bengali", string.Concat(Enumerable.Repeat("আবদুর রহমান চৌধুরী ", 20)) },
        { "letters that no font has", "𐤀𐤁 漢字 🙂" },
        { "nothing", string.Empty },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Any_words_stay_between_the_margins_in_every_kind_of_part(string kind, string words)
    {
        kind.ShouldNotBeEmpty();
        foreach (var language in Language.All)
        {
            using var document = PdfDocument.Open(LetterSpecimens.Draw(new Letter(language, words, words, [.. Enum.GetValues<LetterPartKind>().Select(part => new LetterPart(part, words, words))])));
            foreach (var letter in document.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Width > 0))
            {
                letter.StartBaseLine.X.ShouldBeInRange((Left - 0.5) * PointsPerMillimetre, (Right + 0.5) * PointsPerMillimetre);
                letter.EndBaseLine.X.ShouldBeInRange((Left - 0.5) * PointsPerMillimetre, (Right + 0.5) * PointsPerMillimetre);
                letter.StartBaseLine.Y.ShouldBeInRange(8 * PointsPerMillimetre, 277 * PointsPerMillimetre);
            }
        }
    }

    [Fact]
    public async Task All_that_is_said_can_be_read_in_its_order()
    {
        var letter = LetterSpecimens.English;
        using var file = new CardFile(LetterSpecimens.Draw(letter));
        var text = await CardSpecimens.ReadAsync(file.Path);
        string[] said = [letter.Office, letter.Title, .. letter.Parts.Where(part => part.Kind is not LetterPartKind.Row).SelectMany(part => (string[])[part.Term ?? part.Text, part.Text]), .. letter.Parts.Where(part => part.Kind is LetterPartKind.Row).Select(part => part.Text)];
        said[..^4].Select(words => text.IndexOf(words, StringComparison.Ordinal)).ShouldBe(said[..^4].Select(words => text.IndexOf(words, StringComparison.Ordinal)).Order());
        foreach (var words in said)
        {
            text.ShouldContain(words);
        }
    }

    [Theory]
    [InlineData("Quick Loans تحققت من بصمة إصبعك", true)]
    [InlineData("تحققت من بصمة إصبعك Quick Loans", true)]
    [InlineData("Old Station Yard, 14022", false)]
    [InlineData("+212 537 00 00 03", false)]
    public void In_an_Arabic_letter_a_sentence_runs_to_the_left_also_after_a_foreign_name_and_what_is_foreign_as_a_whole_to_the_right(string text, bool isRightToLeft)
    {
        var blocks = LetterBlocks.Of(new Letter(Language.Arabic, "مكتب", "عنوان", [new LetterPart(LetterPartKind.Row, text, "متى")]), Palette.Of(CardKind.Uin));
        blocks[^1].Bands[0].Lines[^1].Text.IsRightToLeft.ShouldBe(isRightToLeft);
    }

    [Fact]
    public async Task An_Arabic_letter_is_mirrored_and_its_number_still_runs_to_the_right()
    {
        using var file = new CardFile(LetterSpecimens.Draw(LetterSpecimens.Arabic));
        (await CardSpecimens.ReadAsync(file.Path)).ShouldContain(LetterSpecimens.Number);
        using var document = PdfDocument.Open(LetterSpecimens.Draw(LetterSpecimens.Arabic));
        var letters = document.GetPage(1).Letters.Where(letter => letter.Width > 0).ToList();

        // The heading is the largest but the number; its rightmost edge is the right margin.
        letters.Where(letter => letter.StartBaseLine.Y > 250 * PointsPerMillimetre).Max(letter => letter.EndBaseLine.X).ShouldBe(Right * PointsPerMillimetre, 2);
        var largest = letters.Max(letter => letter.PointSize);
        var digits = letters.Where(letter => letter.PointSize >= largest - 0.1 && char.IsAsciiDigit(letter.Value[0])).OrderBy(letter => letter.StartBaseLine.X).ToList();
        string.Concat(digits.Select(digit => digit.Value)).ShouldBe("4952408651");
        digits.Max(digit => digit.EndBaseLine.X).ShouldBe((Right - 3.5f) * PointsPerMillimetre, 2);
        digits.Select(digit => Math.Round(digit.Width, 2)).Distinct().Count().ShouldBe(1); // even
    }

    [Fact]
    public async Task Several_pages_are_numbered_and_one_is_not()
    {
        using var one = new CardFile(LetterSpecimens.Draw(LetterSpecimens.English));
        (await CardSpecimens.ReadAsync(one.Path)).ShouldNotContain("1/1");
        using var three = new CardFile(LetterSpecimens.Draw(LetterSpecimens.Long(Language.English, 11)));
        var text = await CardSpecimens.ReadAsync(three.Path);
        text.ShouldContain("1/3");
        text.ShouldContain("2/3");
        text.ShouldContain("3/3");
    }

    [Theory]
    [InlineData("eng")]
    [InlineData("ara")]
    public void Nothing_is_lost_between_pages_and_no_heading_stays_behind(string code)
    {
        var letter = LetterSpecimens.Long(Language.Find(code)!);
        using var document = PdfDocument.Open(LetterSpecimens.Draw(letter));
        var whole = string.Empty;
        foreach (var page in document.GetPages())
        {
            var words = page.GetWords().Select(word => word.Text).Where(word => word.Contains("Heading", StringComparison.Ordinal) || word.StartsWith("begin", StringComparison.Ordinal)).ToList();
            words[^1].ShouldStartWith("begin");
            whole += string.Join(' ', words) + " ";
        }

        foreach (var word in letter.Parts.SelectMany(part => part.Text.Split(' ')))
        {
            whole.ShouldContain($"{word} ");
        }
    }

    [Fact]
    public async Task The_file_carries_parts_of_fonts_only_and_is_small()
    {
        var pdf = LetterSpecimens.Draw(LetterSpecimens.English);
        pdf.Length.ShouldBeLessThan(80_000);
        using var file = new CardFile(pdf);
        var fonts = (await OutsideTools.AskAsync("pdffonts", file.Path)).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];
        fonts.Length.ShouldBe(3); // Latin in two weights, Arabic
        fonts.ShouldAllBe(font => font.Contains("yes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_sound_file_as_qpdf_judges_and_the_same_for_the_same_words()
    {
        using var file = new CardFile(LetterSpecimens.Draw(LetterSpecimens.Long(Language.Arabic)));
        (await OutsideTools.AskAsync("qpdf", "--check", file.Path)).ExitCode.ShouldBe(0);
        LetterSpecimens.Draw(LetterSpecimens.English).ShouldBe(LetterSpecimens.Draw(LetterSpecimens.English));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    public async Task With_a_password_it_opens_with_the_password_only(int sections)
    {
        const string Password = "ANOU2211";
        var pdf = new LetterWriter().Write(LetterSpecimens.Long(Language.English, sections), Password);
        Should.Throw<PdfDocumentEncryptedException>(() => PdfDocument.Open(pdf));
        using var file = new CardFile(pdf);
        (await CardSpecimens.ReadAsync(file.Path, Password)).ShouldContain($"Heading{sections}");
        (await OutsideTools.AskAsync("qpdf", "--password=" + Password, "--check", file.Path)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_letter_is_not_told_by_its_text_form()
    {
        LetterSpecimens.Arabic.ToString().ShouldBe("Letter");
        LetterSpecimens.Arabic.Parts[1].ToString().ShouldBe("Number");
    }
}
