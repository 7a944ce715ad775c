using ResidentPortal.Core.Identifiers;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Identifiers;

public sealed class RidTests
{
    [Theory]
    [InlineData("10001100100012320260714093015")]
    [InlineData("10002200070004520251103141622")]
    [InlineData("10008200079999920240229235959")]
    [InlineData("10010110010000120230101000000")]
    public void A_number_with_a_real_time_is_a_RID(string typed) => Rid.Parse(typed, out _).ShouldNotBeNull().Reveal().ShouldBe(typed);

    [Theory]
    [InlineData("", RidFault.Empty)]
    [InlineData("1000110010001232026071409301", RidFault.WrongLength)]
    [InlineData("1000110010A012320260714093015", RidFault.NotDigits)]
    [InlineData("10001100100012320261314093015", RidFault.Time)] // month 13
    [InlineData("10001100100012320260230093015", RidFault.Time)] // 30 February
    [InlineData("10001100100012320250229093015", RidFault.Time)] // 29 February 2025
    [InlineData("10001100100012320260714243015", RidFault.Time)] // hour 24
    public void A_number_that_breaks_a_rule_is_refused_by_that_rule(string typed, RidFault expected)
    {
        Rid.Parse(typed, out var fault).ShouldBeNull();
        fault.ShouldBe(expected);
    }

    [Fact]
    public void A_RID_tells_when_its_packet_was_made() =>
        Rid.Parse("10001 10010 00123 20260714093015", out _).ShouldNotBeNull().PackedAt.ShouldBe(new DateTimeOffset(2026, 7, 14, 9, 30, 15, TimeSpan.Zero));

    [Fact]
    public void A_RID_prints_masked() => $"{Rid.Parse("10001100100012320260714093015", out _)}".ShouldEndWith("••••3015");
}
