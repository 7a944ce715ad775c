using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

public sealed class VidWithCodeContractTests(ApiPortal portal)
{
    private const string MeerasVid = "4913089685701546";

    [Fact]
    public async Task Each_check_of_making_one_answers_in_its_turn() => await new ContractTable(HttpMethod.Post, "/vid", () => Making(Residents.Meera, "1234567890", "123456", "Temporary"))
        .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"))
        .Invalid("requesttime", "requesttime", body => body["requesttime"] = "2024-02-29T06:39:04Z")
        .Invalid("id", "id", body => body["id"] = "mosip.resident.other")
        .Invalid("version", "version", body => body["version"] = "1.0")
        .Invalid("request", "request", body => body.Remove("request"))
        .Field("individualId", "individualId", mayBeMissing: false, "", "1234567890")
        .Field("otp", "otp", mayBeMissing: false, "")
        .Field("transactionID", "transactionId", mayBeMissing: false, "")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task Each_check_of_revoking_one_answers_in_its_turn() => await new ContractTable(HttpMethod.Patch, $"/vid/{MeerasVid}", () => Revoking(Residents.Meera, "1234567890", "123456"))
        .Row("individualId", body => ContractTable.Set(body, "individualId", MeerasVid), "RES-SER-471", "This VID cannot be revoked since you have logged in using same VID")
        .Invalid("revokeVidId", "id", body => body["id"] = "mosip.resident.vid")
        .Invalid("requesttime", "requesttime", body => body["requesttime"] = "")
        .Invalid("version", "version", body => body.Remove("version"))
        .Invalid("request", "individualId", body => body.Remove("request"))
        .Field("vidStatus", "vidStatus", mayBeMissing: false, "ACTIVE", "")
        .Field("individualId", "individualId", mayBeMissing: false, "", "1234567890")
        .Field("otp", "otp", mayBeMissing: false, "")
        .Field("transactionID", "transactionId", mayBeMissing: false, "")
        .WalkAsync(await portal.ClientAsync());

    [Fact]
    public async Task A_VID_is_made_with_a_VID_and_revoked_with_the_UIN()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var (transaction, otp) = await client.AskOtpAsync(resident, resident.Vid);

        var made = await client.PostAsync("/vid", Making(resident.Vid, transaction, otp, "temporary"));

        made.Error.ShouldBeNull(made.Text);
        made.Json["errors"]!.AsArray().ShouldBeEmpty();
        made.Response!["status"]!.ToString().ShouldBe("Success");
        var vid = made.Response["vid"]!.ToString();
        vid.Length.ShouldBe(16);

        (transaction, otp) = await client.AskOtpAsync(resident);
        var revoked = await client.PatchAsync($"/vid/{vid}", Revoking(resident.Uin, transaction, otp));

        revoked.Error.ShouldBeNull(revoked.Text);
        revoked.Json["id"]!.ToString().ShouldBe("mosip.resident.vidstatus");
        revoked.Response!.ToJsonString().ShouldBe("""{"message":"Notification has been sent to the provided contact detail(s)"}""");
        revoked.Json["errors"]!.AsArray().ShouldBeEmpty();

        (transaction, otp) = await client.AskOtpAsync(resident);
        var again = await client.PatchAsync($"/vid/{vid}", Revoking(resident.Uin, transaction, otp));
        (again.Status, again.Error).ShouldBe((400, ("RES-SER-412", "RES-SER-412 --> Unable to access API resource")));
        again.Json["id"]!.ToString().ShouldBe("mosip.resident.vid");
    }

    [Fact]
    public async Task Another_persons_VID_is_told_from_none_and_stays_in_use()
    {
        var client = await portal.ClientAsync();
        var (resident, other) = (client.NewResident(), client.NewResident());
        var (transaction, otp) = await client.AskOtpAsync(resident);

        (await client.PatchAsync($"/vid/{other.Vid}", Revoking(resident.Uin, transaction, otp))).Error.ShouldBe(("RES-SER-453", "Provided VID does not belong to the individualId."));

        (transaction, otp) = await client.AskOtpAsync(resident);
        (await client.PatchAsync("/vid/garbage", Revoking(resident.Uin, transaction, otp))).Status.ShouldBe(400);
        await client.AskOtpAsync(other, other.Vid);
    }

    [Fact]
    public async Task A_sixth_temporary_VID_is_refused_and_an_unknown_type_has_used_up_its_code()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        for (var made = 0; made < 5; made++)
        {
            (await MakeAsync("Temporary")).Error.ShouldBeNull();
        }

        (await MakeAsync("Temporary")).Error.ShouldBe(("RES-SER-405", "Maximum allowed VIDs are active. Deactivate VID to generate new one."));
        (await MakeAsync("")).Error!.Value.Code.ShouldBe("RES-SER-406");
        (await MakeAsync("Forever")).Error!.Value.Code.ShouldBe("RES-SER-406");

        async Task<ApiReply> MakeAsync(string type)
        {
            var (transaction, otp) = await client.AskOtpAsync(resident);
            return await client.PostAsync("/vid", Making(resident.Uin, transaction, otp, type));
        }
    }

    private static JsonObject Making(string individualId, string transaction, string otp, string type) => ApiClient.Envelope("mosip.resident.vid", "v1", new JsonObject
    {
        ["transactionID"] = transaction, ["individualId"] = individualId, ["vidType"] = type, ["otp"] = otp,
    });

    private static JsonObject Revoking(string individualId, string transaction, string otp) => ApiClient.Envelope("mosip.resident.vidstatus", "v1", new JsonObject
    {
        ["transactionID"] = transaction, ["individualId"] = individualId, ["vidStatus"] = "revoked", ["otp"] = otp,
    });
}
