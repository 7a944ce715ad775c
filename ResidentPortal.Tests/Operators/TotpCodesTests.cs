using ResidentPortal.Kiosk.Operators;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

public sealed class TotpCodesTests
{
    // The secret of RFC 6238, appendix B, in base32.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void The_codes_are_those_of_the_standard(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);
        TotpCodes.At(Key, TotpCodes.StepAt(now)).ShouldBe(code);
        TotpCodes.StepOf(Key, code, now).ShouldBe(TotpCodes.StepAt(now));
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Clocks_may_differ_by_half_a_minute(int steps, bool isTaken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_700_000_000);
        (TotpCodes.StepOf(Key, TotpCodes.At(Key, TotpCodes.StepAt(now) + steps), now) is not null).ShouldBe(isTaken);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    public void Anything_else_is_no_code(string? typed) => TotpCodes.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)).ShouldBeNull();

    [Fact]
    public void A_new_key_has_160_bits_and_no_two_are_the_same()
    {
        var keys = Enumerable.Range(0, 50).Select(_ => TotpCodes.NewKey()).ToList();
        keys.ShouldAllBe(key => key.Length == 32);
        keys.Distinct(StringComparer.Ordinal).Count().ShouldBe(50);
    }

    [Fact]
    public void The_address_for_apps_names_the_portal_and_the_number() =>
        TotpCodes.AddressOf(Key, "Resident Portal", "K204").ShouldBe($"otpauth://totp/Resident%20Portal:K204?secret={Key}&issuer=Resident%20Portal");
}
