using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>POST /req/credential</c> and what follows it.</summary>
public sealed class CredentialContractTests(ApiPortal portal)
{
    private const string Path = "/req/credential";
    private const string Bank = "partner-harbour-bank";

    private static readonly (string Code, string Message) Unknown = ("RES-SER-29", "Invalid id");

    [Fact]
    public async Task Each_check_answers_in_its_turn() => await new ContractTable(HttpMethod.Post, Path, () => Body(Residents.Meera, "1234567890", "123456"))
        .Invalid("request", "request", body => body.Remove("request"))
        .Field("individualId", "individualId", mayBeMissing: false, "", null, "4952408650", "10001100770000120240229063904")
        .Field("credentialType", "credentialType", mayBeMissing: false, "", " ", null)
        .Field("issuer", "issuer", mayBeMissing: false, "", " ", null)
        .Field("otp", "otp", mayBeMissing: false, "", " ", null)
        .Field("transactionID", "transactionID", mayBeMissing: false, "", " ", null)
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task A_credential_is_asked_for_followed_and_taken_back_whatever_the_envelope_says()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        var body = Body(resident.Uin, transaction, otp);
        body["id"] = "anything";
        body.Remove("version");
        body.Remove("requesttime");

        var reply = await client.PostAsync(Path, body);

        reply.Error.ShouldBeNull(reply.Text);
        reply.Response!["id"]!.ToString().ShouldBe(resident.Uin);
        var request = reply.Response["requestId"]!.ToString();
        var order = client.Portal.Sandbox.State.Credentials.Find(Guid.Parse(request)).ShouldNotBeNull();
        (order.Id, order.CredentialType, order.Issuer).ShouldBe((resident.Uin, "vercred", Bank));
        order.Share!.Attributes.ShouldBe(["fullName"]);

        (await client.GetAsync($"/req/credential/status/{request}")).Response!.ToJsonString().ShouldBe($$"""{"id":"{{resident.Uin}}","requestId":"{{request}}","statusCode":"NEW"}""");
        (await client.GetAsync($"/req/credential/status/{request.ToUpperInvariant()}")).Error.ShouldBeNull();
        (await client.GetAsync($"/req/card/{request}")).Error.ShouldBe(("RES-SER-509", "The card is not ready for download."));
        (await client.GetAsync($"/req/credential/cancel/{request}")).Response!.ToJsonString().ShouldBe($$"""{"id":"{{resident.Uin}}","requestId":"{{request}}"}""");
        (await client.GetAsync($"/req/credential/status/{request}")).Response!["statusCode"]!.ToString().ShouldBe("CANCELLED");
        (await client.GetAsync($"/req/credential/cancel/{request}")).Error.ShouldBe(("IDR-CRG-004", "request id already processed"));
    }

    [Fact]
    public async Task A_stand_in_number_stays_the_number_the_partner_is_told()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident, resident.Vid);

        var request = (await client.PostAsync(Path, Body(resident.Vid, transaction, otp))).Response!["requestId"]!.ToString();

        client.Portal.Sandbox.State.Credentials.Find(Guid.Parse(request))!.Id.ShouldBe(resident.Vid);
        (await client.GetAsync($"/req/credential/status/{request}")).Response!["id"]!.ToString().ShouldBe(resident.Vid);
    }

    [Fact]
    public async Task A_refused_code_is_named_as_only_this_operation_names_it()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        (await client.PostAsync(Path, Body(resident.Uin, transaction, otp is "000000" ? "000001" : "000000"))).Error.ShouldBe(("IDA-MLC-018", "OTP is invalid"));
        (await client.PostAsync(Path, Body(resident.Uin, "0000000001", otp))).Error.ShouldBe(("IDA-MLC-018", "Input transactionID does not match transactionID of OTP Request"));
        (await client.PostAsync(Path, Body(resident.Uin, transaction, "x"))).Error!.Value.Code.ShouldBe("IDA-MLC-018");
        (await client.PostAsync(Path, Body(resident.Uin, transaction, otp))).Error.ShouldBeNull();
    }

    [Fact]
    public async Task What_the_ledger_cannot_hold_is_invalid_and_the_code_used_up()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        var body = Body(resident.Uin, transaction, otp);
        ContractTable.Set(body, "sharableAttributes", new JsonArray("full name"));

        (await client.PostAsync(Path, body)).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- sharableAttributes"));
        ContractTable.Set(body, "sharableAttributes", new JsonArray("fullName"));
        (await client.PostAsync(Path, body)).Error!.Value.Code.ShouldBe("IDA-MLC-018");
        ContractTable.Set(body, "additionalData", "no object");
        (await client.PostAsync(Path, body)).Error.ShouldBe(("RES-SER-418", "Bad Request"));
    }

    [Theory]
    [InlineData("5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11")]
    [InlineData("10001100770000120240229063904-PDF")]
    [InlineData("x")]
    public async Task What_nobody_asked_for_is_unknown(string request)
    {
        var client = await portal.ClientAsync();

        (await client.GetAsync($"/req/credential/status/{request}")).Error.ShouldBe(Unknown);
        (await client.GetAsync($"/req/credential/cancel/{request}")).Error.ShouldBe(Unknown);
        (await client.GetAsync($"/req/card/{request}")).Error.ShouldBe(Unknown);
    }

    [Fact]
    public async Task What_a_resident_shared_after_a_sign_in_is_unknown_to_programs()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var shared = await client.PostAsync("/share-credential", ApiClient.Envelope("mosip.resident.share.credential", "1.0", new JsonObject
        {
            ["partnerId"] = Bank, ["purpose"] = "An account", ["consent"] = "ACCEPTED", ["sharableAttributes"] = new JsonArray(new JsonObject { ["attributeName"] = "fullName" }),
        }));
        shared.Error.ShouldBeNull(shared.Text);
        var request = client.Portal.Sandbox.State.Credentials.All.Single(order => string.Equals(order.Id, resident.Uin, StringComparison.Ordinal)).RequestId;

        (await client.GetAsync($"/req/credential/status/{request}")).Error.ShouldBe(Unknown);
        (await client.GetAsync($"/req/credential/cancel/{request}")).Error.ShouldBe(Unknown);
        client.Portal.Sandbox.State.Credentials.StatusOf(request).ShouldBe("NEW");
    }

    [Fact]
    public async Task A_card_that_a_partner_made_is_a_PDF_as_soon_as_it_is_there()
    {
        await using var own = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        var client = new ApiClient(own);
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        var body = Body(resident.Uin, transaction, otp);
        ContractTable.Set(body, "issuer", CredentialRegister.DigitalCard);
        ContractTable.Set(body, "credentialType", "PDFCard");
        var request = (await client.PostAsync(Path, body)).Response!["requestId"]!.ToString();
        own.Sandbox.State.Age(TimeSpan.FromMinutes(2));

        var card = await client.GetAsync($"/req/card/{request}");

        (card.Status, card.Type, card.Headers["Content-Disposition"]).ShouldBe((200, "application/pdf", $"attachment; filename=\"{request}.pdf\""));
        card.Bytes.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
    }

    [Fact]
    public async Task Types_and_policies_are_the_platforms()
    {
        var client = await portal.ClientAsync();

        var types = await client.GetAsync("/credential/types");
        types.Response!["credentialTypes"]![0]!.ToJsonString().ShouldBe("""{"id":"idtype1","name":"National identity","description":"","issuers":[{"code":"mos","name":"Mosip"}]}""");
        var policy = await client.GetAsync($"/req/policy/partnerId/{Bank}/credentialType/vercred");
        policy.Response!["policies"]!["shareableAttributes"]![0]!["attributeName"]!.ToString().ShouldBe("fullName");
        (await client.GetAsync("/req/policy/partnerId/nobody/credentialType/vercred")).Error.ShouldBe(("RES-SER-481", "Partner not found."));
        (await client.GetAsync("/req/policy/partnerId/..%2F..%2Fidentity/credentialType/vercred")).Error!.Value.Code.ShouldBeOneOf("RES-SER-481", "RES-SER-418");
    }

    private static JsonObject Body(string individualId, string transaction, string otp) => ApiClient.Envelope("mosip.resident.credential", "1.0", new JsonObject
    {
        ["transactionID"] = transaction, ["individualId"] = individualId, ["otp"] = otp, ["credentialType"] = "vercred", ["issuer"] = Bank, ["encrypt"] = "false", ["encryptionKey"] = "", ["recepiant"] = "",
        ["user"] = "", ["sharableAttributes"] = new JsonArray("fullName"), ["additionalData"] = new JsonObject(),
    });
}
