using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class RequestOtpContractTests(ApiPortal portal)
{
    private const string ByNumber = "/req/otp";
    private const string ByAid = "/individualId/otp";

    [Fact]
    public async Task Each_check_answers_in_its_turn_with_the_codes_of_ID_authentication() => await new ContractTable(HttpMethod.Post, ByNumber, () => Body("transactionID", Residents.Meera))
        .Row("transactionID", body => body.Remove("transactionID"), "RES-SER-425", "while generating otp error is occured")
        .Row("requestTime", body => body["requestTime"] = "yesterday", "RES-SER-425", "while generating otp error is occured")
        .Row("requestTime", body => body.Remove("requestTime"), "IDA-MLC-006", "Missing Input Parameter - requestTime")
        .Row("transactionID", body => body["transactionID"] = "", "IDA-MLC-006", "Missing Input Parameter - transactionID")
        .Row("transactionID", body => body["transactionID"] = "12345", "IDA-MLC-009", "Invalid Input Parameter - transactionID")
        .Row("requestTime", body => body["requestTime"] = "2024-02-29T06:39:04.683Z", "IDA-MLC-001", "Request to be received at MOSIP within 600 seconds")
        .Row("individualId", body => body.Remove("individualId"), "IDA-MLC-009", "Invalid Input Parameter - individualId")
        .Row("individualId", body => body["individualId"] = "1234567890", "IDA-MLC-009", "Invalid Input Parameter - individualId")
        .Row("otpChannel", body => body.Remove("otpChannel"), "IDA-OTA-008", "OTP Notification Channel not provided")
        .Row("otpChannel", body => body["otpChannel"] = new JsonArray(), "IDA-OTA-008", "OTP Notification Channel not provided")
        .Row("otpChannel", body => body["otpChannel"] = new JsonArray(""), "IDA-OTA-008", "OTP Notification Channel not provided")
        .Row("otpChannel", body => body["otpChannel"] = new JsonArray("EMAIL", "PIGEON"), "IDA-MLC-009", "Invalid Input Parameter - otpChannel - PIGEON")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task A_missing_time_and_an_empty_transaction_are_told_together()
    {
        var client = await portal.ClientAsync();
        var body = Body("transactionID", Residents.Meera);
        body["transactionID"] = "";
        body.Remove("requestTime");

        var reply = await client.PostAsync(ByNumber, body);

        reply.Json["errors"]!.AsArray().Select(error => error!["errorMessage"]!.ToString()).ShouldBe(["Missing Input Parameter - requestTime", "Missing Input Parameter - transactionID"]);
    }

    [Fact]
    public async Task The_answer_masks_the_contacts_and_has_the_names_of_ID_authentication()
    {
        var client = await portal.ClientAsync();
        var body = Body("transactionID", client.NewResident().Uin);

        var reply = await client.PostAsync(ByNumber, body);

        reply.Json.AsObject().Select(member => member.Key).ShouldBe(["id", "version", "transactionID", "responseTime", "response", "errors", "metadata"], ignoreOrder: true);
        reply.Json["transactionID"]!.ToString().ShouldBe(body["transactionID"]!.ToString());
        reply.Json["errors"].ShouldBeNull();
        reply.Response!["maskedMobile"]!.ToString().ShouldStartWith("XXXXXX");
        reply.Response!["maskedEmail"].ShouldBeNull();
    }

    [Theory]
    [InlineData(Residents.Unknown, "IDA-MLC-018", "UIN not available in database")]
    [InlineData(Residents.Deactivated, "IDA-MLC-022", "UIN is deactivated/blocked")]
    [InlineData(Residents.WithoutContact, "IDA-MLC-014", "otp-phone not registered. Individual has to register and try again")]
    public async Task Why_no_code_was_sent_is_told_in_the_words_of_ID_authentication(string individualId, string code, string message)
    {
        var client = await portal.ClientAsync();

        (await client.PostAsync(ByNumber, Body("transactionID", individualId))).Error.ShouldBe((code, message));
    }

    [Fact]
    public async Task Each_check_by_AID_answers_in_its_turn() => await new ContractTable(HttpMethod.Post, ByAid, () => Body("transactionId", Residents.Meera))
        .Row("individualId", body => body.Remove("individualId"), "RES-SER-410", "Invalid Input Parameter- individualId")
        .Row("individualId", body => body["individualId"] = "49524O8651", "RES-SER-410", "Invalid Input Parameter- individualId")
        .Row("transactionId", body => body.Remove("transactionId"), "RES-SER-410", "Invalid Input Parameter- transactionId")
        .Row("transactionId", body => body["transactionId"] = "123456789", "RES-SER-410", "Invalid Input Parameter- transactionId")
        .Row("requestTime", body => body["requestTime"] = "yesterday", "RES-SER-425", "while generating otp error is occured")
        .Row("requestTime", body => body["requestTime"] = "", "IDA-MLC-006", "Missing Input Parameter - requestTime")
        .Row("individualId", body => body["individualId"] = "10001100100010120260518081500", "RES-SER-449", "AID is not ready")
        .Row("individualId", body => body["individualId"] = "123", "RES-SER-449", "AID is not ready")
        .Row("individualId", body => body["individualId"] = "1234567890", "IDA-MLC-009", "Invalid Input Parameter - individualId")
        .Row("otpChannel", body => body["otpChannel"] = new JsonArray(), "IDA-OTA-008", "OTP Notification Channel not provided")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task A_code_asked_for_by_AID_holds_for_the_number_it_led_to()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var asking = Body("transactionId", resident.Rid);

        var asked = await client.PostAsync(ByAid, asking);

        asked.Json["errors"].ShouldBeNull(asked.Text);
        asked.Json["transactionId"]!.ToString().ShouldBe(asking["transactionId"]!.ToString());
        var status = await client.PostAsync("/aid/status", ApiClient.Envelope("mosip.resident.checkstatus", "1.0", new JsonObject
        {
            ["individualId"] = resident.Rid, ["transactionId"] = asking["transactionId"]!.ToString(), ["otp"] = client.Portal.Sandbox.State.Outbox.LatestCode(resident.Phone),
        }));
        status.Response!.ToJsonString().ShouldBe($$"""{"individualId":"{{resident.Uin}}","individualIdType":"UIN","transactionId":"{{asking["transactionId"]}}","aidStatus":"PROCESSED"}""");
    }

    private static JsonObject Body(string transactionName, string individualId) => new()
    {
        ["id"] = "mosip.identity.otp.internal",
        ["version"] = "1.0",
        [transactionName] = System.Security.Cryptography.RandomNumberGenerator.GetString("0123456789", 10),
        ["requestTime"] = ApiClient.Now,
        ["individualId"] = individualId,
        ["otpChannel"] = new JsonArray("PHONE"),
        ["metadata"] = new JsonObject(),
    };
}
