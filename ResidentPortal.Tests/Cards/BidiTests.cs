using System.Text;
using ResidentPortal.Core.Cards.Rendering;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Cards;

/// <summary>Lines of two directions, as Unicode Standard Annex 9 has them; the letters אבג stand for any that run to the left.</summary>
public sealed class BidiTests
{
    [Theory]
    [InlineData("Port Selene 10114", false, "Port Selene 10114")]
    [InlineData("אבג 14", true, "14 גבא")] // a house number stays a number
    [InlineData("אבג 12-14, גב", true, "בג ,12-14 גבא")]
    [InlineData("אב (Block B) ג", true, "ג )Block B( בא")] // brackets are mirrored when they are drawn
    [InlineData("House אבג 14", false, "House 14 גבא")]
    [InlineData("אבג https://id.example/x", true, "https://id.example/x גבא")]
    [InlineData("שارع 14", true, "14 عراש")]
    [InlineData("50% אב", true, "בא 50%")]
    [InlineData("אב ", false, "בא ")]
    public void A_line_is_laid_out_from_left_to_right(string text, bool isRightToLeft, string seen)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        var levels = Bidi.Levels(runes, isRightToLeft);
        var letters = runes.Zip(levels).ToList();
        Bidi.Reorder(letters, letter => letter.Second);
        string.Concat(letters.Select(letter => letter.First)).ShouldBe(seen);
    }

    [Theory]
    [InlineData("12 أبجد", true)]
    [InlineData("Meera أ", false)]
    [InlineData("12-34", null)]
    public void A_text_begins_as_its_first_letter_does(string text, bool? isRightToLeft) => Bidi.IsRightToLeft(text).ShouldBe(isRightToLeft);
}
