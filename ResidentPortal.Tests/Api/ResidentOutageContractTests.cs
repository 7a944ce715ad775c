using System.Text.Json.Nodes;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Api;

/// <summary>What the operations of a resident who has signed in answer while a service of the platform is away: each with its own error, and nothing is done.</summary>
public sealed class ResidentOutageContractTests : IAsyncLifetime
{
    private static readonly (string, string) Inaccessible = ("RES-SER-412", "Unable to access API resource");

    private PortalHost _portal = default!;
    private ApiClient _client = default!;
    private Resident _resident = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, ("Api:Address", PortalHost.ApiListener), ("Api:OpenToAll", "true"));
        _client = new ApiClient(_portal);
        _resident = _client.NewResident();
        await _client.SignInAsync(_resident);
    }

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Of_the_list_of_VIDs()
    {
        _portal.Sandbox.Faults.Set("idrepository.vid.list", FaultNames.Http403);
        Told(await _client.GetAsync("/vids")).ShouldBe((400, Inaccessible));
        Told(await RevokeAsync(_resident.Vid)).ShouldBe((400, Inaccessible));
        Told(await GenerateAsync()).ShouldBe((200, ("RES-SER-406", "Exception while creating VID")));
    }

    [Fact]
    public async Task Of_making_and_stopping_VIDs()
    {
        _portal.Sandbox.Faults.Set("idrepository.vid.create", FaultNames.Http403);
        _portal.Sandbox.Faults.Set("idrepository.vid.update", FaultNames.Http403);
        var refused = await GenerateAsync();
        Told(refused).ShouldBe((200, ("RES-SER-406", "Exception while creating VID")));
        refused.Headers["eventId"].ShouldMatch("^[0-9]{16}$");
        var kept = await RevokeAsync(_resident.Vid);
        Told(kept).ShouldBe((200, ("RES-SER-407", "VID revocation request failed. Please visit the nearest registration center for assistance.")));
        kept.Headers["eventId"].ShouldMatch("^[0-9]{16}$");
        _portal.Sandbox.State.Vids.Usable(_resident.Uin).ShouldHaveSingleItem().Vid.ShouldBe(_resident.Vid);
        var failed = (await _client.GetAsync("/service-history/eng?statusFilter=FAILED")).Response!;
        ((int)failed["totalItems"]!).ShouldBe(2);
    }

    [Fact]
    public async Task Of_the_locks()
    {
        _portal.Sandbox.Faults.Set("idrepository.authtypes.read", FaultNames.Http403);
        _portal.Sandbox.Faults.Set("idrepository.authtypes.update", FaultNames.Http403);
        Told(await _client.GetAsync("/auth-lock-status")).ShouldBe((200, ("RES-SER-442", "Failed to retrieve auth lock status")));
        var body = ApiClient.Envelope("mosip.resident.auth.lock.unlock", "1.0", new JsonObject { ["authTypes"] = new JsonArray(new JsonObject { ["authType"] = "bio", ["authSubType"] = "IRIS", ["locked"] = true }) });
        Told(await _client.PostAsync("/auth-lock-unlock", body)).ShouldBe((200, ("RES-SER-402", "Your request is not successful, please try again later.")));
        _portal.Sandbox.State.AuthTypes.IsLocked(_resident.Uin, "bio-IRIS").ShouldBeFalse();
    }

    [Fact]
    public async Task Of_the_identity()
    {
        _portal.Sandbox.Faults.Set("idrepository.identity.read", FaultNames.Http403);
        Told(await _client.GetAsync("/profile")).ShouldBe((400, Inaccessible));
    }

    private static (int Status, (string Code, string Message)? Error) Told(ApiReply reply) => (reply.Status, reply.Error);

    private Task<ApiReply> GenerateAsync() => _client.PostAsync("/generate-vid", ApiClient.Envelope("mosip.resident.vid.generate", "1.0", new JsonObject { ["vidType"] = "Temporary" }));

    private Task<ApiReply> RevokeAsync(string vid) => _client.PatchAsync($"/revoke-vid/{vid}", ApiClient.Envelope("mosip.resident.vid.revoke", "1.0", new JsonObject { ["vidStatus"] = "REVOKED" }));
}
