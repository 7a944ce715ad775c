using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>GET /vids</c>, <c>POST /generate-vid</c> and <c>PATCH /revoke-vid/{vid}</c> for a resident who has signed in.</summary>
public sealed class ResidentVidContractTests(ApiPortal portal)
{
    private const string Generate = "/generate-vid";
    private const string Everything = "Notification has been sent to the provided contact detail(s)";

    [Fact]
    public async Task Each_check_of_making_answers_in_its_turn()
    {
        var client = await SignedInAsync();
        await new ContractTable(HttpMethod.Post, Generate, () => Making("Temporary"))
            .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"))
            .Invalid("requesttime", "requesttime", body => body["requesttime"] = "2024-02-29T06:39:04Z")
            .Invalid("generateId", "id", body => body.Remove("id"))
            .Invalid("generateId", "id", body => body["id"] = "mosip.resident.vid")
            .Invalid("newVersion", "version", body => body.Remove("version"))
            .Invalid("newVersion", "version", body => body["version"] = "v1")
            .Invalid("request", "request", body => body.Remove("request"))
            .Row("vidType", body => ContractTable.Set(body, "vidType", "Golden"), "RES-SER-406", "Exception while creating VID")
            .Row("vidType", body => ContractTable.Set(body, "vidType", string.Empty), "RES-SER-406", "Exception while creating VID")
            .WalkAsync(client);
    }

    [Fact]
    public async Task Each_check_of_stopping_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        var path = $"/revoke-vid/{IdentifierRules.NextVid(new Random(4711))}";
        await client.SignInAsync(resident, resident.Vid);
        var table = new ContractTable(HttpMethod.Patch, path, Stopping)
            .Invalid("revokeVidIdNew", "id", body => body.Remove("id"))
            .Invalid("revokeVidIdNew", "id", body => body["id"] = "mosip.resident.vidstatus")
            .Invalid("requesttime", "requesttime", body => body.Remove("requesttime"))
            .Invalid("requesttime", "requesttime", body => body["requesttime"] = "yesterday")
            .Invalid("revokeVidVersion", "version", body => body["version"] = "v1")
            .Invalid("request", "request", body => body.Remove("request"))
            .Invalid("vidStatus", "vidStatus", body => ContractTable.Set(body, "vidStatus", "ACTIVE"))
            .Invalid("vidStatus", "vidStatus", body => ContractTable.Set(body, "vidStatus", null));
        await table.WalkAsync(client);

        // The VID that was signed in with comes before everything else, whatever the body says.
        var own = $"/revoke-vid/{resident.Vid}";
        foreach (var body in new JsonNode[] { Stopping(), new JsonObject() })
        {
            (await client.PatchAsync(own, body)).Error.ShouldBe(("RES-SER-471", "This VID cannot be revoked since you have logged in using same VID"));
        }

        client.Portal.Sandbox.State.Vids.Usable(resident.Uin).ShouldContain(vid => vid.Vid == resident.Vid);
    }

    [Fact]
    public async Task A_VID_is_made_listed_whole_and_stopped()
    {
        var client = await SignedInAsync();
        var made = await client.PostAsync(Generate, Making("temporary"));
        made.Error.ShouldBeNull(made.Text);
        made.Json["id"]!.ToString().ShouldBe("mosip.resident.vid.generate");
        made.Json["errors"]!.AsArray().ShouldBeEmpty();
        made.Headers["eventId"].ShouldMatch("^[0-9]{16}$");
        var vid = made.Response!["vid"]!.ToString();
        (made.Response["status"]!.ToString(), made.Response["message"]!.ToString()).ShouldBe(("Success", Everything));
        made.Response["maskedEmail"]!.ToString().ShouldContain("@");
        made.Response["maskedPhone"]!.ToString().ShouldStartWith("•");

        var listed = await client.GetAsync("/vids");
        listed.Json["errors"]!.AsArray().ShouldBeEmpty();
        var entries = listed.Response!.AsArray().Select(one => one!.AsObject()).ToList();
        entries.Count.ShouldBe(2);
        var entry = entries.Single(one => string.Equals(one["vid"]!.ToString(), vid, StringComparison.Ordinal));
        entry.Select(property => property.Key).ShouldBe(
            ["vid", "vidType", "vidStatus", "maskedVid", "hashAttributes", "expiryTimestamp", "genratedOnTimestamp", "transactionLimit", "transactionsLeftCount"], ignoreOrder: true);
        (entry["vidType"]!.ToString(), entry["vidStatus"]!.ToString(), (int)entry["transactionLimit"]!).ShouldBe(("TEMPORARY", "ACTIVE", 2));
        entry["maskedVid"]!.ToString().ShouldBe($"••••••••••••{vid[^4..]}");
        entries.Single(one => one != entry)["expiryTimestamp"]!.ToString().ShouldStartWith("9999-12-31");

        var stopped = await client.PatchAsync($"/revoke-vid/{vid}", Stopping());
        stopped.Error.ShouldBeNull(stopped.Text);
        stopped.Response!.ToJsonString().ShouldContain("\"status\":\"Success\"");
        stopped.Headers["eventId"].ShouldMatch("^[0-9]{16}$");
        (await client.GetAsync("/vids")).Response!.AsArray().Count.ShouldBe(1);
        (await client.PatchAsync($"/revoke-vid/{vid}", Stopping())).Error.ShouldBe(("RES-SER-474", "Individual ID is invalid."));
    }

    [Fact]
    public async Task A_second_perpetual_VID_takes_the_place_of_the_first_without_asking()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var made = await client.PostAsync(Generate, Making("PERPETUAL"));
        made.Error.ShouldBeNull(made.Text);
        client.Portal.Sandbox.State.Vids.Usable(resident.Uin).ShouldHaveSingleItem().Vid.ShouldBe(made.Response!["vid"]!.ToString());
    }

    [Fact]
    public async Task The_VID_that_the_platform_makes_in_the_place_of_a_stopped_one_is_told_by_a_link_and_not_in_the_answer()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var stopped = await client.PatchAsync($"/revoke-vid/{resident.Vid}", Stopping());
        stopped.Error.ShouldBeNull(stopped.Text);
        var restored = client.Portal.Sandbox.State.Vids.Usable(resident.Uin).ShouldHaveSingleItem().Vid;
        restored.ShouldNotBe(resident.Vid);
        stopped.Text.ShouldNotContain(restored);
        (await client.Portal.ReadLinkAsync("/vids/link/", resident.Phone!)).Length.ShouldBe("/vids/link/".Length + 43);
    }

    [Fact]
    public async Task Who_signed_in_with_the_perpetual_VID_cannot_have_it_replaced()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident, resident.Vid);
        var refused = await client.PostAsync(Generate, Making("Perpetual"));
        refused.Error.ShouldBe(("RES-SER-513", "Failed to create VID, as the existing VID cannot be revoked since this VID was used to log into the current session."));
        refused.Headers["eventId"].ShouldBe("NA");
        (await client.PostAsync(Generate, Making("Temporary"))).Error.ShouldBeNull();
        client.Portal.Sandbox.State.Vids.Usable(resident.Uin).ShouldContain(vid => vid.Vid == resident.Vid);
    }

    [Fact]
    public async Task Beyond_the_limit_of_a_type_none_is_made()
    {
        var client = await SignedInAsync();
        for (var i = 0; i < 5; i++)
        {
            (await client.PostAsync(Generate, Making("OneTimeUse"))).Error.ShouldBeNull();
        }

        (await client.PostAsync(Generate, Making("OneTimeUse"))).Error.ShouldBe(("RES-SER-405", "Maximum allowed VIDs are active. Deactivate VID to generate new one."));
    }

    [Fact]
    public async Task S_25_A_VID_of_somebody_else_is_told_apart_and_stays_in_use()
    {
        var client = await SignedInAsync();
        var other = client.NewResident();
        (await client.PatchAsync($"/revoke-vid/{other.Vid}", Stopping())).Error.ShouldBe(("RES-SER-454", "Provided VID does not belong to the logged in user."));
        foreach (var garbage in new[] { "garbage", "1234567890123456", other.Uin })
        {
            (await client.PatchAsync($"/revoke-vid/{garbage}", Stopping())).Error.ShouldBe(("RES-SER-474", "Individual ID is invalid."));
        }

        client.Portal.Sandbox.State.Vids.Usable(other.Uin).ShouldContain(vid => vid.Vid == other.Vid);
    }

    [Fact]
    public async Task Without_a_session_there_is_neither_a_list_nor_an_act()
    {
        var client = await portal.ClientAsync();
        foreach (var reply in new[] { await client.GetAsync("/vids"), await client.PostAsync(Generate, Making("Temporary")), await client.PatchAsync("/revoke-vid/1", Stopping()) })
        {
            (reply.Status, reply.Error).ShouldBe((401, ("KER-ATH-401", "Authentication Failed")));
        }
    }

    private static JsonObject Making(string type) => ApiClient.Envelope("mosip.resident.vid.generate", "1.0", new JsonObject { ["vidType"] = type, ["channels"] = new JsonArray("PHONE", "EMAIL") });

    private static JsonObject Stopping() => ApiClient.Envelope("mosip.resident.vid.revoke", "1.0", new JsonObject { ["vidStatus"] = "REVOKED" });

    private async Task<ApiClient> SignedInAsync()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        return client;
    }
}
