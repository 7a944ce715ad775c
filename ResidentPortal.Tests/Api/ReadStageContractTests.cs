using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class ReadStageContractTests(ApiPortal portal)
{
    [Theory]
    [InlineData("abc")]
    [InlineData("1000110110101010020250103080000X")]
    [InlineData("4952-4086-51")]
    public async Task What_is_not_digits_is_refused(string aid) =>
        (await (await portal.ClientAsync()).GetAsync($"/aid-stage/{aid}")).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- individualId"));

    [Fact]
    public async Task The_last_step_of_a_registration_is_told_and_a_card_is_under_way_until_somebody_has_it()
    {
        var reply = await (await portal.ClientAsync()).GetAsync($"/aid-stage/{Residents.MeerasRid}");
        reply.Json["id"]!.ToString().ShouldBe("mosip.resident.check-stage-status");
        reply.Response!.ToJsonString().ShouldBe("""{"transactionStage":"CARD_READY_TO_DOWNLOAD","aidStatus":"IN-PROGRESS"}""");
    }

    [Theory]
    [InlineData("10001100100010120260518081599")]
    [InlineData(Residents.Meera)]
    [InlineData("1234567890123456")]
    [InlineData("1")]
    public async Task S_01_A_person_and_nobody_are_as_unknown_as_each_other(string aid) =>
        (await (await portal.ClientAsync()).GetAsync($"/aid-stage/{aid}")).Error.ShouldBe(("RES-SER-423", "Unknown exception occured."));
}
