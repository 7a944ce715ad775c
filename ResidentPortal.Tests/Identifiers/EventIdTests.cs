using ResidentPortal.Core.Identifiers;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Identifiers;

public sealed class EventIdTests
{
    [Fact]
    public void A_new_event_id_has_sixteen_digits_and_does_not_begin_with_zero()
    {
        foreach (var id in Enumerable.Range(0, 200).Select(_ => EventId.New()))
        {
            id.Value.ShouldMatch("^[1-9][0-9]{15}$");
        }
    }

    [Fact]
    public void It_is_shown_in_groups_of_four_and_understood_in_them()
    {
        EventId.TryParse("1234 5678 9012 3456", out var id).ShouldBeTrue();
        id.Grouped.ShouldBe("1234 5678 9012 3456");
    }

    [Fact]
    public void A_transaction_id_has_ten_digits() => TransactionId.New().Value.ShouldMatch("^[0-9]{10}$");

    [Theory]
    [InlineData("482 915", true)]
    [InlineData("٤٨٢٩١٥", true)]
    [InlineData("48291", true)]
    [InlineData("482", false)]
    [InlineData("48291a", false)]
    [InlineData("", false)]
    public void A_code_is_four_to_ten_digits_of_any_script(string typed, bool isCode) => OneTimeCode.TryParse(typed, out _).ShouldBe(isCode);

    [Fact]
    public void A_code_never_prints_its_digits() => (OneTimeCode.TryParse("482915", out var code) ? $"{code}" : string.Empty).ShouldBe("code of 6 digits");
}
