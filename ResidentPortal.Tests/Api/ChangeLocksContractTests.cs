using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class ChangeLocksContractTests(ApiPortal portal)
{
    private const string Lock = "/req/auth-lock";
    private const string Unlock = "/req/auth-unlock";
    private const string Everything = "Notification has been sent to the provided contact detail(s)";

    [Fact]
    public async Task Each_check_of_locking_answers_in_its_turn() => await Table(Lock, "mosip.resident.authlock").WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task Each_check_of_unlocking_answers_in_its_turn() => await Table(Unlock, "mosip.resident.authunlock")
        .Field("unlockForSeconds", "UnlockForSeconds must be greater than or equal to 0", mayBeMissing: false, "", "-1", "1.5", "soon")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task Types_are_locked_and_unlocked_for_a_while_with_a_code_each()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var locks = client.Portal.Sandbox.State.AuthTypes;
        var (transaction, otp) = await client.AskOtpAsync(resident);

        var locked = await client.PostAsync(Lock, Body("mosip.resident.authlock", resident.Uin, transaction, otp, "BIO-finger", "demo"));

        locked.Error.ShouldBeNull(locked.Text);
        locked.Response!["status"]!.ToString().ShouldBe("success");
        locks.IsLocked(resident.Uin, "bio-FINGER").ShouldBeTrue();

        (transaction, otp) = await client.AskOtpAsync(resident);
        var unlocking = Body("mosip.resident.authunlock", resident.Uin, transaction, otp, "bio-FINGER");
        ContractTable.Set(unlocking, "unlockForSeconds", 300);

        (await client.PostAsync(Unlock, unlocking)).Error.ShouldBeNull();
        locks.IsLocked(resident.Uin, "bio-FINGER").ShouldBeFalse();
        locks.IsLocked(resident.Uin, "demo").ShouldBeTrue();
    }

    [Fact]
    public async Task A_code_holds_once_for_its_number_and_its_transaction_alone()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);

        (await LockAsync(resident.Vid, transaction, otp)).Error.ShouldBe(("RES-SER-422", "Input Identity Type does not match Identity Type of OTP Request"));
        (await LockAsync(resident.Uin, "0000000001", otp)).Error.ShouldBe(("RES-SER-422", "Input transactionID does not match transactionID of OTP Request"));
        (await LockAsync(resident.Uin, transaction, otp is "000000" ? "000001" : "000000")).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));
        (await LockAsync(resident.Uin, transaction, otp)).Response!["message"]!.ToString().ShouldBe(Everything);
        (await LockAsync(resident.Uin, transaction, otp)).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));

        Task<ApiReply> LockAsync(string individualId, string inTransaction, string code) => client.PostAsync(Lock, Body("mosip.resident.authlock", individualId, inTransaction, code, "demo"));
    }

    [Fact]
    public async Task Of_one_code_four_wrong_tries_reach_the_platform_and_no_fifth()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident);
        var wrong = Body("mosip.resident.authlock", resident.Uin, transaction, otp is "000000" ? "000001" : "000000", "demo");

        for (var tries = 0; tries < 4; tries++)
        {
            (await client.PostAsync(Lock, wrong)).Error.ShouldBe(("RES-SER-422", "OTP is invalid"));
        }

        (await client.PostAsync(Lock, wrong)).Error.ShouldBe(("RES-SER-422", "UIN is locked for OTP validation due to exceeding no of invalid OTP trials"));
        (transaction, otp) = await client.AskOtpAsync(resident);
        (await client.PostAsync(Lock, Body("mosip.resident.authlock", resident.Uin, transaction, otp, "demo"))).Error.ShouldBeNull();
    }

    private static ContractTable Table(string path, string id) => new ContractTable(HttpMethod.Post, path, () =>
        {
            var body = Body(id, Residents.Meera, "1234567890", "123456", "demo");
            ContractTable.Set(body, "unlockForSeconds", "300");
            return body;
        })
        .Head()
        .Field("individualId", "individualId", mayBeMissing: false, "", "4952408650", "123", "4952 4086 51")
        .Field("otp", "otp", mayBeMissing: false, "", null)
        .Field("transactionID", "transactionId", mayBeMissing: false, "", null)
        .Field("authType", "authTypes", mayBeMissing: false, new JsonArray(), new JsonArray("bio"), new JsonArray("otp", "demo"), new JsonArray([null]));

    private static JsonObject Body(string id, string individualId, string transaction, string otp, params string[] types) => ApiClient.Envelope(id, "v1", new JsonObject
    {
        ["transactionID"] = transaction, ["individualId"] = individualId, ["otp"] = otp, ["authType"] = new JsonArray([.. types.Select(type => (JsonNode)type)]),
    });
}
