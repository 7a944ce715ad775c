using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class ValidateOtpContractTests(ApiPortal portal)
{
    private const string Path = "/validate-otp";

    [Fact]
    public async Task A_right_code_says_so_and_shows_that_the_one_contact_works()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var status = $"/channel/verification-status/?channel=email&individualId={resident.Vid}";
        (await client.GetAsync(status)).Response!.ToJsonString().ShouldBe("""{"verificationStatus":false,"maskedUserId":""}""");
        var (transaction, otp) = await client.AskOtpAsync(resident, individualId: null, "EMAIL");

        var reply = await client.PostAsync(Path, Body(transaction, resident.Uin, otp));

        reply.Response!.ToJsonString().ShouldBe($$"""{"authStatus":true,"transactionId":"{{transaction}}","status":"Success"}""");
        reply.Headers["eventId"].Length.ShouldBe(16);
        var shown = await client.GetAsync(status.Replace("status/", "status", StringComparison.Ordinal));
        shown.Json["responseTime"].ShouldNotBeNull();
        shown.Response!["verificationStatus"]!.GetValue<bool>().ShouldBeTrue();
        shown.Response!["maskedUserId"]!.ToString().ShouldEndWith("@example.org");
        shown.Text.ShouldNotContain(resident.Email!);
    }

    [Fact]
    public async Task A_code_that_went_two_ways_shows_nothing_of_either()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident, individualId: null, "PHONE", "EMAIL");

        (await client.PostAsync(Path, Body(transaction, resident.Uin, otp))).Headers["eventId"].ShouldBe("NA");

        (await client.GetAsync($"/channel/verification-status?channel=PHONE&individualId={resident.Uin}")).Response!["verificationStatus"]!.GetValue<bool>().ShouldBeFalse();
    }

    [Fact]
    public async Task The_envelope_is_not_looked_at_and_what_is_wrong_is_told_by_the_inner_message()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        var body = Body(transaction, resident.Uin, otp is "000000" ? "000001" : "000000");
        body["id"] = "x";
        body.Remove("requesttime");

        (await client.PostAsync(Path, body)).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));
        (await client.PostAsync(Path, Body(transaction, "12", otp))).Error.ShouldBe(("RES-SER-422", "Invalid Input Parameter - individualId"));
        (await client.PostAsync(Path, Body("12", resident.Uin, otp))).Error.ShouldBe(("RES-SER-422", "Invalid Input Parameter - transactionID"));
        (await client.PostAsync(Path, Body(transaction, resident.Uin, "12a"))).Error.ShouldBe(("RES-SER-422", "Invalid Input Parameter - otp"));
        client.Portal.Sandbox.State.Age(TimeSpan.FromSeconds(200));
        (await client.PostAsync(Path, Body(transaction, resident.Uin, otp))).Error.ShouldBe(("RES-SER-422", "OTP has expired"));
        (await client.PostAsync(Path, new JsonObject())).Error.ShouldBe(("RES-SER-418", "Bad Request"));
    }

    [Theory]
    [InlineData("channel=PIGEON&individualId=12", "RES-SER-410", "Invalid Input Parameter- channel")]
    [InlineData("individualId=4952408651", "RES-SER-410", "Invalid Input Parameter- channel")]
    [InlineData("channel=phone", "RES-SER-522", "Invalid UIN/VID entered")]
    [InlineData("channel=phone&individualId=49524086510000000", "RES-SER-522", "Invalid UIN/VID entered")]
    public async Task The_status_of_a_channel_is_refused_in_turn(string query, string code, string message)
    {
        var client = await portal.ClientAsync();

        (await client.GetAsync($"/channel/verification-status/?{query}")).Error.ShouldBe((code, message));
    }

    private static JsonObject Body(string transaction, string individualId, string otp) =>
        ApiClient.Envelope("mosip.identity.auth.internal", "v1", new JsonObject { ["transactionId"] = transaction, ["individualId"] = individualId, ["otp"] = otp });
}
