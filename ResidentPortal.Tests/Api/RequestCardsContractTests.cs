using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>POST /req/euin</c> and <c>POST /req/print-uin</c>.</summary>
public sealed class RequestCardsContractTests(ApiPortal portal)
{
    private const string File = "/req/euin";
    private const string Print = "/req/print-uin";
    private const string Everything = "Notification has been sent to the provided contact detail(s)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(File, "mosip.resident.euin")]
    [InlineData(Print, "mosip.resident.printuin")]
    public async Task Each_check_answers_in_its_turn(string path, string id) => await new ContractTable(HttpMethod.Post, path, () => Body(id, Residents.Meera, "1234567890", "123456"))
        .Head()
        .Field("individualIdType", "individualIdType", mayBeMissing: false, "", null, "RID", "UINX")
        .Field("individualId", "individualId", mayBeMissing: false, "", null, "4952408650", "123", "4952 4086 51", "10001100770000120240229063904")
        .Field("cardType", "cardType", mayBeMissing: false, "", null, "VID", "MASKED")
        .Field("otp", "otp", mayBeMissing: false, "", null)
        .Field("transactionID", "transactionId", mayBeMissing: false, "", null)
        .WalkAsync(await portal.ClientAsync());

    [Theory]
    [InlineData("UIN", "uin", false)]
    [InlineData("masked_uin", "UIN", true)]
    public async Task The_card_is_a_PDF_that_opens_with_the_password_its_owner_sees_in_the_portal(string cardType, string idType, bool isMasked)
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        var reply = await client.PostAsync(File, Body("mosip.resident.euin", resident.Uin, transaction, otp, cardType, idType));

        reply.Headers["Content-Disposition"].ShouldBe($"attachment; filename=\"{resident.Uin}.pdf\"");
        var words = await client.OpenCardAsync(resident, reply);
        words.Contains(CardReplies.Printed(resident.Uin), StringComparison.Ordinal).ShouldBe(!isMasked);
    }

    [Fact]
    public async Task A_VID_brings_the_card_of_the_UIN_behind_it_with_a_code_of_its_own()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident, resident.Vid);

        (await client.PostAsync(File, Body("mosip.resident.euin", resident.Uin, transaction, otp))).Error.ShouldBe(("RES-SER-422", "Input Identity Type does not match Identity Type of OTP Request"));
        var reply = await client.PostAsync(File, Body("mosip.resident.euin", resident.Vid, transaction, otp, idType: "VID"));

        reply.Type.ShouldBe("application/pdf");
        reply.Headers["Content-Disposition"].ShouldBe($"attachment; filename=\"{resident.Vid}.pdf\"");
    }

    [Fact]
    public async Task A_wrong_code_brings_JSON_and_no_card()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        var wrong = otp is "000000" ? "000001" : "000000";

        var reply = await client.PostAsync(File, Body("mosip.resident.euin", resident.Uin, transaction, wrong));
        (reply.Status, reply.Type, reply.Error).ShouldBe((200, "application/json", ("RES-SER-422", "OTP is invalid")));
        (await client.PostAsync(Print, Body("mosip.resident.printuin", resident.Uin, transaction, wrong))).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));
        (await client.PostAsync(Print, Body("mosip.resident.printuin", resident.Uin, transaction, "12x"))).Error!.Value.Code.ShouldBe("RES-SER-422");
        client.Portal.Sandbox.State.Credentials.All.ShouldNotContain(order => string.Equals(order.Id, resident.Uin, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_that_cannot_be_made_is_the_failure_of_the_contract()
    {
        await using var own = await StartAsync();
        var client = new ApiClient(own);
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        own.Sandbox.Faults.Set("idrepository.*", FaultNames.Http500);

        (await client.PostAsync(File, Body("mosip.resident.euin", resident.Uin, transaction, otp))).Error.ShouldBe(("RES-SER-411", "API resource is not available"));
    }

    [Fact]
    public async Task Where_cards_are_ordered_by_request_the_answer_is_the_requests_own_number_and_the_program_follows_it()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        var reply = await client.PostAsync(Print, Body("mosip.resident.printuin", resident.Uin, transaction, otp, "MASKED_UIN"));

        reply.Error.ShouldBeNull(reply.Text);
        (reply.Json["id"]!.ToString(), reply.Json["version"]!.ToString(), reply.Response!["message"]!.ToString()).ShouldBe(("mosip.resident.printuin", "v1", Everything));
        var number = reply.Response["registrationId"]!.ToString();
        var order = client.Portal.Sandbox.State.Credentials.Find(Guid.Parse(number)).ShouldNotBeNull();
        (order.Id, order.CardType).ShouldBe((resident.Uin, "MASKED_UIN"));
        (await client.GetAsync($"/req/credential/status/{number}")).Response!["requestId"]!.ToString().ShouldBe(number);

        (transaction, otp) = await client.AskOtpAsync(resident);
        (await client.PostAsync(Print, Body("mosip.resident.printuin", resident.Uin, transaction, otp))).Error.ShouldBe(("RES-SER-401", "Base exception."));
    }

    [Fact]
    public async Task Where_cards_are_ordered_by_packet_the_answer_is_its_RID()
    {
        await using var own = await StartAsync(("Cards:OrderWay", "Packet"));
        own.Sandbox.State.TakesReprints = true;
        var client = new ApiClient(own);
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        var reply = await client.PostAsync(Print, Body("mosip.resident.printuin", resident.Uin, transaction, otp));

        reply.Error.ShouldBeNull(reply.Text);
        var rid = reply.Response!["registrationId"]!.ToString();
        rid.ShouldMatch("^[0-9]{29}$");
        own.Sandbox.State.Status(rid).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Packet", "RES-SER-401", "Base exception.")]
    [InlineData("Credential", "RES-SER-412", "Unable to access API resource")]
    public async Task A_printed_card_that_will_not_come_has_no_number(string way, string code, string message)
    {
        await using var own = await StartAsync(("Cards:OrderWay", way));
        own.Sandbox.State.TakesReprints = false;
        if (way is "Credential")
        {
            own.Sandbox.Faults.Set("credentialrequest.generate", FaultNames.Http500);
        }

        var client = new ApiClient(own);
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        (await client.PostAsync(Print, Body("mosip.resident.printuin", resident.Uin, transaction, otp))).Error.ShouldBe((code, message));
    }

    private static Task<PortalHost> StartAsync(params (string Key, string Value)[] settings) => PortalHost.StartAsync(change: null, [("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"), .. settings]);

    private static JsonObject Body(string id, string individualId, string transaction, string otp, string cardType = "UIN", string idType = "UIN") => ApiClient.Envelope(id, "v1", new JsonObject
    {
        ["transactionID"] = transaction, ["individualId"] = individualId, ["individualIdType"] = idType, ["cardType"] = cardType, ["otp"] = otp,
    });
}
