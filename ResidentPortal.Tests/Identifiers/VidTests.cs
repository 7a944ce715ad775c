using ResidentPortal.Core.Identifiers;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Identifiers;

public sealed class VidTests
{
    [Theory]
    [InlineData("4913089685701546")]
    [InlineData("5801395179245046")]
    [InlineData("2437832538920475")]
    [InlineData("9023015716840917")]
    [InlineData("3614927023548903")]
    [InlineData("3256394189386714")]
    [InlineData("2450389251861536")]
    [InlineData("7837916280759745")]
    [InlineData("5015481369459329")]
    [InlineData("3479425326901752")]
    [InlineData("6809329034960824")]
    [InlineData("2895768259073840")]
    public void A_number_that_the_platform_accepts_is_a_VID(string typed) => Vid.Parse(typed, out _).ShouldNotBeNull().Reveal().ShouldBe(typed);

    [Theory]
    [InlineData("", VidFault.Empty)]
    [InlineData("580139517924504", VidFault.WrongLength)]
    [InlineData("58013951792450A6", VidFault.NotDigits)]
    [InlineData("0185281386349541", VidFault.ForbiddenPattern)] // begins with 0
    [InlineData("8026321561386709", VidFault.ForbiddenPattern)] // 321
    [InlineData("8369045160554015", VidFault.ForbiddenPattern)] // 55
    [InlineData("2935729584208649", VidFault.ForbiddenPattern)] // 29 twice
    [InlineData("5097860431849247", VidFault.ForbiddenPattern)] // 786
    [InlineData("4913089685701540", VidFault.Checksum)]
    public void A_number_that_breaks_a_rule_is_refused_by_that_rule(string typed, VidFault expected)
    {
        Vid.Parse(typed, out var fault).ShouldBeNull();
        fault.ShouldBe(expected);
    }

    [Fact]
    public void A_VID_prints_masked() => $"{Vid.Parse("4913 0896 8570 1546", out _)}".ShouldBe("••••••••••••1546");
}
