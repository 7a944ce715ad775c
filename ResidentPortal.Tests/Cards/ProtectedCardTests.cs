extern alias core;

using System.Collections.Concurrent;
using ResidentPortal.Core.Cards;
using core::ResidentPortal.Core.Cards.Protection;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class ProtectedCardTests
{
    private const string Password = "ANOU1990";

    [Fact]
    public async Task Two_hundred_cards_open_with_their_password_in_every_reader_and_give_the_name_back()
    {
        var faults = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(GeneratedNames.People(200).Index(), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (person, _) =>
        {
            var password = CardPassword.Of(person.Item, new CardOptions()).Text;
            var content = CardSpecimens.Protect(CardSpecimens.Draw(person.Item), password);
            using var file = new CardFile(content);
            void Judge(bool isRight, string fault)
            {
                if (!isRight)
                {
                    faults.Add($"{person.Index}: {fault}");
                }
            }

            Judge(CardSelfCheck.Check(content, password, isOurs: true) is CardFileFault.None, "PdfPig");
            Judge((await OutsideTools.AskAsync("qpdf", $"--password={password}", "--check", file.Path)).ExitCode == 0, "qpdf");
            Judge((await OutsideTools.AskAsync("qpdf", "--check", file.Path)).ExitCode == 2, "qpdf without the password");
            Judge((await OutsideTools.AskAsync("pdftotext", file.Path, "-")).ExitCode == 1, "pdftotext without the password");
            var text = await CardSpecimens.ReadAsync(file.Path, password);
            foreach (var name in person.Item.Names)
            {
                Judge(text.Contains(name.Text, StringComparison.Ordinal), $"{name.Text} is not in: {text[..Math.Min(text.Length, 300)]}");
            }
        });
        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_is_protected_by_the_newest_handler_and_may_be_printed_and_copied_and_not_changed()
    {
        using var file = new CardFile(CardSpecimens.Protect(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan"))), Password));
        var answer = await OutsideTools.AskAsync("qpdf", $"--password={Password}", "--show-encryption", file.Path);
        answer.Output.ShouldContain("R = 6");
        answer.Output.ShouldContain("stream encryption method: AESv3");
        answer.Output.ShouldContain("string encryption method: AESv3");
        answer.Output.ShouldContain("print high resolution: allowed");
        answer.Output.ShouldContain("extract for any purpose: allowed");
        answer.Output.ShouldContain("modify document assembly: not allowed");
    }

    [Fact]
    public void Nothing_readable_of_the_person_is_left_outside_the_encryption()
    {
        var file = CardSpecimens.Protect(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("amh", "አበበ በቀለ"))), Password);
        var text = System.Text.Encoding.Latin1.GetString(file);
        text.ShouldNotContain("Noto"); // the fonts tell the scripts, their widths the letters
        text.ShouldNotContain("CIDFont");
        text.ShouldNotContain("StructElem");
    }

    [Theory]
    [InlineData("ANOU1991")]
    [InlineData("anou1990")]
    [InlineData("")]
    public void Another_password_does_not_open_it(string other)
    {
        var file = CardSpecimens.Protect(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan"))), Password);
        CardSelfCheck.Check(file, other, isOurs: true).ShouldBe(CardFileFault.DoesNotOpen);
    }

    [Fact]
    public void A_file_without_a_password_and_a_file_that_is_none_are_found()
    {
        CardSelfCheck.Check(CardSpecimens.Draw(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan"))), Password, isOurs: true).ShouldBe(CardFileFault.OpensWithoutPassword);
        CardSelfCheck.Check("not a file"u8.ToArray(), Password, isOurs: false).ShouldBe(CardFileFault.DoesNotOpen);
    }

    [Theory]
    [InlineData("أنوج1990")] // directions mixed
    [InlineData("ﬁle1990x")] // folded to "fi"
    [InlineData("Jose\u03011990")] // not composed
    public void A_password_that_readers_would_not_agree_on_is_refused_without_being_told(string password) =>
        Should.Throw<ArgumentException>(() => PdfPassword.GetBytes(password)).Message.ShouldNotContain(password);
}
