using System.Text.Json.Nodes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary><c>GET /auth-lock-status</c> and <c>POST /auth-lock-unlock</c> for a resident who has signed in.</summary>
public sealed class ResidentLockContractTests(ApiPortal portal)
{
    private const string Change = "/auth-lock-unlock";

    [Fact]
    public async Task Each_check_answers_in_its_turn()
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        await new ContractTable(HttpMethod.Post, Change, () => Body(Wish("bio", "IRIS", locked: true), Wish("demo", sub: null, locked: false, seconds: 60)))
            .Head()
            .Invalid("authTypes", "authTypes", body => body["request"]?.AsObject().Remove("authTypes"))
            .Invalid("authTypes", "authTypes", body => ContractTable.Set(body, "authTypes", new JsonArray()))
            .Invalid("authTypes", "authTypes", body => ContractTable.Set(body, "authTypes", new JsonArray(Wish("bio", "TOE", locked: true))))
            .Invalid("authTypes", "authTypes", body => ContractTable.Set(body, "authTypes", new JsonArray(Wish("otp", sub: null, locked: true))))
            .Invalid("authTypes", "authTypes", body => ContractTable.Set(body, "authTypes", new JsonArray([null])))
            .Invalid("unlockForSeconds", "authTypes", body => ContractTable.Set(body, "authTypes", new JsonArray(Wish("bio", "IRIS", locked: false, seconds: 0))))
            .Invalid("unlockForSeconds", "authTypes", body => ContractTable.Set(body, "authTypes", new JsonArray(Wish("bio", "IRIS", locked: false, seconds: -1), Wish("bio", "TOE", locked: false))))
            .Row("authTypes", body => ContractTable.Set(body, "authTypes", new JsonArray(Wish("bio", "IRIS", locked: true, seconds: 60))), "RES-SER-418", "RES-SER-427 --> Unsupported Input Parameter - unlockForSeconds")
            .WalkAsync(client);
    }

    [Theory]
    [InlineData("locked", "\"yes\"")]
    [InlineData("locked", "1")]
    [InlineData("unlockForSeconds", "\"soon\"")]
    [InlineData("unlockForSeconds", "true")]
    public async Task What_is_not_of_its_type_makes_the_body_unreadable(string field, string value)
    {
        var client = await portal.ClientAsync();
        await client.SignInAsync(client.NewResident());
        var wish = Wish("bio", "IRIS", locked: false);
        wish[field] = JsonNode.Parse(value);
        var body = Body(wish);
        body["id"] = "wrong as well";
        (await client.PostAsync(Change, body)).Error.ShouldBe(("RES-SER-418", "Bad Request"));
    }

    [Fact]
    public async Task Types_are_locked_and_unlocked_in_one_act_and_their_state_is_told()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        var before = await client.GetAsync("/auth-lock-status");
        var types = before.Response!["authTypes"]!.AsArray();
        types.Select(type => $"{type!["authType"]}-{type["authSubType"]}").ShouldBe(["otp-phone", "otp-email", "demo-", "bio-FINGER", "bio-IRIS", "bio-FACE"], ignoreOrder: true);
        types.ShouldAllBe(type => !(bool)type!["locked"]! && type["unlockForSeconds"] == null);

        var changed = await client.PostAsync(Change, Body(Wish("BIO", "iris", locked: true), Wish("demo", sub: null, locked: true), Wish("bio-FACE", sub: null, locked: true)));
        changed.Error.ShouldBeNull(changed.Text);
        changed.Response!.ToJsonString().ShouldBe("""{"status":"Success","message":"The chosen authentication types have been successfully locked/unlocked."}""");
        changed.Json["errors"].ShouldBeNull();
        changed.Headers["eventId"].ShouldMatch("^[0-9]{16}$");
        var locks = client.Portal.Sandbox.State.AuthTypes;
        locks.IsLocked(resident.Uin, "bio-IRIS").ShouldBeTrue();

        (await client.PostAsync(Change, Body(Wish("bio", "IRIS", locked: false, seconds: 600), Wish("demo", sub: null, locked: false)))).Error.ShouldBeNull();
        locks.IsLocked(resident.Uin, "demo").ShouldBeFalse();
        var after = (await client.GetAsync("/auth-lock-status")).Response!["authTypes"]!.AsArray();
        var iris = after.Single(type => string.Equals((string?)type!["authSubType"], "IRIS", StringComparison.Ordinal))!;
        ((bool)iris["locked"]!).ShouldBeFalse();
        ((long)iris["unlockForSeconds"]!).ShouldBeInRange(590, 600);
        ((bool)after.Single(type => string.Equals((string?)type!["authSubType"], "FACE", StringComparison.Ordinal))!["locked"]!).ShouldBeTrue();
    }

    [Fact]
    public async Task Longer_than_a_day_is_not_unlocked_and_of_a_type_named_twice_the_last_counts()
    {
        var client = await portal.ClientAsync();
        var resident = client.NewResident();
        await client.SignInAsync(resident);
        (await client.PostAsync(Change, Body(Wish("bio", "IRIS", locked: false, seconds: 86_401)))).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- unlockForSeconds"));
        (await client.PostAsync(Change, Body(Wish("bio", "IRIS", locked: false, seconds: long.MaxValue)))).Error.ShouldBe(("RES-SER-410", "Invalid Input Parameter- unlockForSeconds"));
        (await client.PostAsync(Change, Body(Wish("demo", sub: null, locked: false), Wish("DEMO", sub: null, locked: true)))).Error.ShouldBeNull();
        client.Portal.Sandbox.State.AuthTypes.IsLocked(resident.Uin, "demo").ShouldBeTrue();
    }

    [Fact]
    public async Task Without_a_session_nothing_is_told_and_nothing_changed()
    {
        var client = await portal.ClientAsync();
        (await client.GetAsync("/auth-lock-status")).Status.ShouldBe(401);
        var refused = await client.PostAsync(Change, Body(Wish("bio", "IRIS", locked: true)));
        (refused.Status, refused.Error, refused.Headers["eventId"]).ShouldBe((401, ("KER-ATH-401", "Authentication Failed"), "NA"));
    }

    private static JsonObject Body(params JsonObject[] wishes) => ApiClient.Envelope("mosip.resident.auth.lock.unlock", "1.0", new JsonObject { ["authTypes"] = new JsonArray([.. wishes]) });

    private static JsonObject Wish(string type, string? sub, bool locked, long? seconds = null) =>
        new() { ["authType"] = type, ["authSubType"] = sub, ["locked"] = locked, ["unlockForSeconds"] = seconds };
}
