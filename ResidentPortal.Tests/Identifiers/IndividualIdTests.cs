using ResidentPortal.Core.Identifiers;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Identifiers;

public sealed class IndividualIdTests
{
    [Theory]
    [InlineData("4952 4086 51", "UIN")]
    [InlineData("4913 0896 8570 1546", "VID")]
    public void The_kind_is_worked_out_from_what_was_typed(string typed, string kind) => IndividualId.Parse(typed, out _).ShouldNotBeNull().Kind.ShouldBe(kind);

    [Theory]
    [InlineData(null, IndividualIdFault.Empty)]
    [InlineData(" ", IndividualIdFault.Empty)]
    [InlineData("4952x08651", IndividualIdFault.NotDigits)]
    [InlineData("49524086", IndividualIdFault.WrongLength)]
    [InlineData("4952408650", IndividualIdFault.Mistyped)]
    [InlineData("4913089685701540", IndividualIdFault.Mistyped)]
    public void What_is_wrong_is_told_without_saying_who_exists(string? typed, IndividualIdFault expected)
    {
        IndividualId.Parse(typed, out var fault).ShouldBeNull();
        fault.ShouldBe(expected);
    }

    [Fact]
    public void A_UIN_and_its_VID_are_different_individual_ids() => IndividualId.Parse("4952408651", out _).ShouldNotBe(IndividualId.Parse("4913089685701546", out _));
}
