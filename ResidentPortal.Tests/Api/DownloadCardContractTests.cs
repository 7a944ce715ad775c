using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>POST /download-card</c>.</summary>
public sealed class DownloadCardContractTests(ApiPortal portal)
{
    private const string Path = "/download-card";

    [Fact]
    public async Task Each_check_answers_in_its_turn() => await new ContractTable(HttpMethod.Post, Path, () => Body(Residents.Meera, "1234567890", "123456"))
        .Row("requesttime", body => body["requesttime"] = "2024-02-29T06:39:04Z", "RES-SER-418", "Bad Request")
        .Row("requesttime", body => body["requesttime"] = "2024-02-29T06:39:04", "RES-SER-418", "Bad Request")
        .Invalid("id", "id", body => body.Remove("id"))
        .Invalid("id", "id", body => body["id"] = "mosip.resident.euin")
        .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"))
        .Row("request", body => body.Remove("request"), "RES-SER-418", "Bad Request")
        .Field("transactionId", "transactionId", mayBeMissing: false, "", null, "123", "12345678901", "123456789x")
        .Field("otp", "otp", mayBeMissing: false, "", null, "12345", "1234567", "12345x")
        .Row("individualId", body => ContractTable.Set(body, "individualId", " "), "RES-SER-414", "Missing input Parameter- individualId")
        .Row("individualId", body => body["request"]?.AsObject().Remove("individualId"), "RES-SER-414", "Missing input Parameter- individualId")
        .Field("individualId", "individualId", mayBeMissing: true, "4952x08651", "4952 4086 51")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task The_card_comes_by_UIN_VID_and_AID_with_an_event_in_the_header()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();

        // An AID is resolved to the UIN, which the code was asked with.
        foreach (var (asked, named) in new[] { (resident.Uin, resident.Uin), (resident.Vid, resident.Vid), (resident.Uin, resident.Rid) })
        {
            var (transaction, otp) = await client.AskOtpAsync(resident, asked);
            var body = Body(named, transaction, otp);
            (body["id"], body["version"]) = ("MOSIP.resident.DOWNLOAD.uin.card", "whatever");

            var reply = await client.PostAsync(Path, body);

            var eventId = reply.Headers["eventId"];
            eventId.ShouldMatch("^[0-9]{16}$");
            reply.Headers["Content-Disposition"].ShouldMatch($"^attachment; filename=\"UIN_{eventId}_[0-9-]{{10}}_[0-9.]{{8}}\\.pdf\"$");
            (await client.OpenCardAsync(resident, reply, eventId)).ShouldContain(CardReplies.Printed(resident.Uin));
        }
    }

    [Fact]
    public async Task A_refused_code_has_codes_of_this_operation()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        var wrong = await client.PostAsync(Path, Body(resident.Uin, transaction, otp is "000000" ? "000001" : "000000"));
        (wrong.Status, wrong.Error, wrong.Headers["eventId"]).ShouldBe((200, ("RES-OTP-007", "OTP is invalid"), "NA"));
        (wrong.Json["id"]!.ToString(), wrong.Json["version"]!.ToString()).ShouldBe(("mosip.resident.download.uin.card", "1.0"));
        (await client.PostAsync(Path, Body(resident.Uin, "0000000001", otp))).Error.ShouldBe(("RES-OTP-008", "Input transactionId does not match transactionId of OTP Request"));
        (await client.PostAsync(Path, Body(resident.Vid, transaction, otp))).Error.ShouldBe(("RES-SER-422", "Input Identity Type does not match Identity Type of OTP Request"));
        (await client.PostAsync(Path, Body(resident.Uin, transaction, otp))).Type.ShouldBe("application/pdf");
    }

    [Fact]
    public async Task A_code_that_is_too_old_and_a_channel_that_was_locked_since_are_told()
    {
        await using var own = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        var client = new ApiClient(own);
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        own.Sandbox.State.Age(TimeSpan.FromMinutes(10));
        (await client.PostAsync(Path, Body(resident.Uin, transaction, otp))).Error.ShouldBe(("RES-OTP-006", "OTP has expired"));
    }

    [Theory]
    [InlineData("10001100010020260718081599000")]
    [InlineData("12345")]
    public async Task Of_a_registration_without_an_identity_no_card_is_ready(string aid)
    {
        var client = await portal.ClientAsync();

        (await client.PostAsync(Path, Body(aid, "1234567890", "123456"))).Error.ShouldBe(("RES-SER-509", "The card is not ready for download."));
    }

    private static JsonObject Body(string individualId, string transaction, string otp) => ApiClient.Envelope(
        "mosip.resident.download.uin.card", "1.0", new JsonObject { ["transactionId"] = transaction, ["individualId"] = individualId, ["otp"] = otp });
}
