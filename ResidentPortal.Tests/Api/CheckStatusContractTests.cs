using System.Text.Json.Nodes;
using ResidentPortal.Api.Tracking;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class CheckStatusContractTests(ApiPortal portal)
{
    private const string Path = "/rid/check-status";

    [Fact]
    public async Task Each_check_answers_in_its_turn() => await new ContractTable(HttpMethod.Post, Path, () => Body("10001100100010120260518081500"))
        .Head()
        .Field("individualIdType", "individualIdType", mayBeMissing: false, "UIN", "", "RIDX")
        .Field("individualId", "individualId", mayBeMissing: false, "", null)
        .WalkAsync(await portal.ClientAsync());

    [Theory]
    [InlineData("10001100100010120260518081500", "UNDER PROCESSING")]
    [InlineData("10001101010100020250103080000", "PROCESSED")]
    public async Task A_registration_is_told_in_the_words_of_the_contract(string rid, string word)
    {
        var client = await portal.ClientAsync();

        var reply = await client.PostAsync(Path, Body(rid));

        reply.Status.ShouldBe(200);
        reply.Json["id"]!.ToString().ShouldBe("mosip.resident.checkstatus");
        reply.Json["version"]!.ToString().ShouldBe("v1");
        reply.Json["metadata"].ShouldBeNull();
        reply.Json["errors"].ShouldBeNull();
        reply.Response!.ToJsonString().ShouldBe($$"""{"ridStatus":"{{word}}"}""");
    }

    [Theory]
    [InlineData(RegistrationState.NotYetReceived, "UNDER PROCESSING")]
    [InlineData(RegistrationState.SentBack, "RESEND")]
    [InlineData(RegistrationState.WaitingForPerson, "WAITING FOR ADDITIONAL INFORMATION FROM APPLICANT")]
    [InlineData(RegistrationState.Refused, "REJECTED")]
    [InlineData(RegistrationState.RegisterAgain, "REREGISTER")]
    public void Each_state_has_its_word(RegistrationState state, string word) => RegistrationWord.Of(state).ShouldBe(word);

    [Theory]
    [InlineData("10001100100010120260518081599")]
    [InlineData("not a number")]
    public async Task A_RID_that_nobody_knows_is_not_found_whatever_its_form(string rid)
    {
        var client = await portal.ClientAsync();

        (await client.PostAsync(Path, Body(rid))).Error.ShouldBe(("RES-SER-408", "RID not found"));
    }

    [Fact]
    public async Task Case_of_the_type_and_unknown_fields_do_not_matter()
    {
        var client = await portal.ClientAsync();
        var body = Body("10001101010100020250103080000");
        ContractTable.Set(body, "individualIdType", "rid");
        ContractTable.Set(body, "other", new JsonObject { ["deep"] = 1 });

        (await client.PostAsync(Path, body)).Error.ShouldBeNull();
    }

    private static JsonObject Body(string rid) => ApiClient.Envelope("mosip.resident.checkstatus", "v1", new JsonObject { ["individualId"] = rid, ["individualIdType"] = "RID" });
}
