using ResidentPortal.Core.Cards;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class CardPasswordTests
{
    [Theory]
    [InlineData("Jo Smith", "JO S1990")] // spaces count
    [InlineData("Ali", "ALIA1990")] // three letters: the first again
    [InlineData("Bo", "BOBO1990")]
    [InlineData("X", "XXXX1990")]
    [InlineData("O'Brien", "O'BR1990")]
    [InlineData("meera", "MEER1990")]
    public void The_rule_takes_four_letters_of_the_name_and_the_year(string name, string expected)
    {
        var password = CardPassword.Of(CardSpecimens.Holder(new LocalText("eng", name)), new CardOptions());
        password.Text.ShouldBe(expected);
        password.Origin.ShouldBe(CardPasswordOrigin.Rule);
    }

    [Fact]
    public void The_rule_takes_the_name_in_its_own_language() =>
        CardPassword.Of(CardSpecimens.Holder(new LocalText("fra", "Méra"), new LocalText("eng", "Meera Kaldan")), new CardOptions()).Text.ShouldBe("MEER1990");

    [Fact]
    public void Without_its_own_language_it_takes_the_first() =>
        CardPassword.Of(CardSpecimens.Holder(new LocalText("fra", "Paul"), new LocalText("ara", "بول")), new CardOptions()).Text.ShouldBe("PAUL1990");

    [Fact]
    public void Attributes_follow_the_order_of_the_option() =>
        CardPassword.Of(CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan")) with { PostalCode = "10114" }, new CardOptions { PasswordAttributes = "postalCode|fullName" }).Text.ShouldBe("1011MEER");

    [Theory]
    [InlineData("أنوار", CardPasswordOrigin.RuleGaveIllegal)]
    [InlineData("አበበ", CardPasswordOrigin.RuleGaveIllegal)]
    [InlineData("Zoë", CardPasswordOrigin.RuleGaveIllegal)]
    [InlineData("", CardPasswordOrigin.RuleHasNoValue)]
    public void What_no_reader_would_agree_on_becomes_a_random_one_and_it_is_said(string name, CardPasswordOrigin origin)
    {
        var password = CardPassword.Of(CardSpecimens.Holder(new LocalText("ara", name)), new CardOptions());
        password.Origin.ShouldBe(origin);
        password.Text.ShouldMatch("^[A-HJKMNP-Z2-9]{10}$");
    }

    [Fact]
    public void One_attribute_alone_is_too_short() =>
        CardPassword.Of(CardSpecimens.Holder(new LocalText("eng", "Meera")), new CardOptions { PasswordAttributes = "dateOfBirth" }).Origin.ShouldBe(CardPasswordOrigin.RuleGaveIllegal);

    [Fact]
    public void A_record_without_a_year_has_no_value() =>
        CardPassword.Of(CardSpecimens.Holder(new LocalText("eng", "Meera")) with { BornOn = null }, new CardOptions()).Origin.ShouldBe(CardPasswordOrigin.RuleHasNoValue);

    [Fact]
    public void A_year_alone_is_enough() =>
        CardPassword.Of(CardSpecimens.Holder(new LocalText("eng", "Meera")) with { BornOn = null, BornInYear = 1988 }, new CardOptions()).Text.ShouldBe("MEER1988");

    [Fact]
    public void The_authority_may_choose_random_ones_which_differ_each_time()
    {
        var holder = CardSpecimens.Holder(new LocalText("eng", "Meera Kaldan"));
        var passwords = Enumerable.Range(0, 50).Select(_ => CardPassword.Of(holder, new CardOptions { Password = CardPasswordRule.Random })).ToList();
        passwords.ShouldAllBe(password => password.Origin == CardPasswordOrigin.Chosen);
        passwords.Select(password => password.Text).Distinct().Count().ShouldBe(50);
    }

    [Fact]
    public void It_is_not_told_by_accident() => $"{CardPassword.Of(CardSpecimens.Holder(new LocalText("eng", "Meera")), new CardOptions())}".ShouldBe("CardPassword");
}
