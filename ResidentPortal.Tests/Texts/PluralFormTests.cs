using System.Globalization;
using ResidentPortal.Texts;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Texts;

public sealed class PluralFormTests
{
    [Theory]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("fr", 0, "one")]
    [InlineData("es", 0, "other")]
    [InlineData("es", 1, "one")]
    [InlineData("ta", 0, "other")]
    [InlineData("ta", 1, "one")]
    [InlineData("ta", 2, "other")]
    [InlineData("am", 0, "one")]
    [InlineData("am", 2, "other")]
    [InlineData("hi", 0, "one")]
    [InlineData("hi", 2, "other")]
    [InlineData("kn", 0, "one")]
    [InlineData("kn", 1, "one")]
    [InlineData("kn", 5, "other")]
    [InlineData("ar", 0, "zero")]
    [InlineData("ar", 103, "few")]
    [InlineData("ar", 111, "many")]
    [InlineData("ar", 100, "other")]
    public void The_form_of_a_number_is_the_one_CLDR_has(string language, long number, string form) => PluralForm.Of(number, CultureInfo.GetCultureInfo(language)).ShouldBe(form);
}
