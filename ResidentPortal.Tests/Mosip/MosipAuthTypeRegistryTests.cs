using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>Auth types over the wire.</summary>
public sealed class MosipAuthTypeRegistryTests
{
    private const string ReadPath = "GET /idrepository/v1/identity/authtypes/status/4952408651";
    private const string WritePath = "POST /idrepository/v1/identity/authtypes/status";
    private const string Recorded = """{ "response": { "status": "Success" }, "errors": null }""";

    [Fact]
    public async Task Types_that_were_never_changed_are_unlocked()
    {
        var states = (await Read("[]")).Value;

        states.Select(state => state.Type).ShouldBe([AuthType.PhoneCode, AuthType.EmailCode, AuthType.Demographics, AuthType.Fingerprint, AuthType.Iris, AuthType.Face]);
        states.ShouldAllBe(state => !state.IsLocked && state.UnlockedFor == null);
    }

    [Fact]
    public async Task What_was_changed_is_merged_with_what_was_not()
    {
        var states = (await Read("""
            [ { "authType": "bio", "authSubType": "FINGER", "locked": true, "unlockForSeconds": null },
              { "authType": "otp", "authSubType": "phone", "locked": false, "unlockForSeconds": 73 },
              { "authType": "demo", "authSubType": null, "locked": true },
              { "authType": "otp", "authSubType": null, "locked": true },
              { "authType": "pin", "authSubType": null, "locked": true } ]
            """)).Value;

        states.Count.ShouldBe(6);
        states.ShouldContain(new AuthTypeState(AuthType.Fingerprint, IsLocked: true, UnlockedFor: null));
        states.ShouldContain(new AuthTypeState(AuthType.PhoneCode, IsLocked: false, TimeSpan.FromSeconds(73)));
        states.ShouldContain(new AuthTypeState(AuthType.Demographics, IsLocked: true, UnlockedFor: null));
        states.ShouldContain(new AuthTypeState(AuthType.EmailCode, IsLocked: false, UnlockedFor: null));
    }

    [Fact]
    public async Task A_row_in_our_own_spelling_goes_before_one_in_another()
    {
        var states = (await Read("""
            [ { "authType": "bio", "authSubType": "Finger", "locked": false }, { "authType": "bio", "authSubType": "FINGER", "locked": true },
              { "authType": "bio", "authSubType": "Iris", "locked": true } ]
            """)).Value;

        states.Single(state => state.Type is AuthType.Fingerprint).IsLocked.ShouldBeTrue();
        states.Single(state => state.Type is AuthType.Iris).IsLocked.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\"none\"")]
    [InlineData("""[ { "authType": "demo", "locked": "yes" } ]""")]
    [InlineData("""[ { "authType": "demo" } ]""")]
    [InlineData("""[ { "authType": "demo", "locked": false, "unlockForSeconds": { } } ]""")]
    public async Task A_state_that_cannot_be_understood_is_not_guessed(string authTypes) =>
        (await Read(authTypes)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);

    [Fact]
    public async Task A_change_is_spelt_as_the_platform_wants_it()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, Recorded);
        var requestId = Guid.Parse("5a0f1c2e-6f0b-4d5e-9a3d-0c3f7c1f2b10");

        (await Change(stub, requestId, [.. Enum.GetValues<AuthType>().Select(type => new AuthTypeChange(type, Lock: true))])).IsSuccess.ShouldBeTrue();

        var body = stub.Only(WritePath).Json;
        body.GetProperty("individualId").GetString().ShouldBe("4952408651");
        body.GetProperty("individualIdType").GetString().ShouldBe("UIN");
        body.GetProperty("consentObtained").GetBoolean().ShouldBeTrue();
        var items = body.GetProperty("request").EnumerateArray().ToList();
        items.Select(item => $"{item.GetProperty("authType").GetString()}-{item.GetProperty("authSubType").GetString()}")
            .ShouldBe(["otp-phone", "otp-email", "demo-", "bio-FINGER", "bio-IRIS", "bio-FACE"]);
        items.ShouldAllBe(item => item.GetProperty("locked").GetBoolean() && item.GetProperty("requestId").GetGuid() == requestId);
    }

    [Fact]
    public async Task A_timed_unlock_says_for_how_many_seconds()
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, Recorded);

        await Change(stub, Guid.NewGuid(), new AuthTypeChange(AuthType.Face, Lock: false, TimeSpan.FromSeconds(99.2)), new AuthTypeChange(AuthType.Iris, Lock: false));

        var items = stub.Only(WritePath).Json.GetProperty("request");
        items[0].GetProperty("unlockForSeconds").GetInt64().ShouldBe(100);
        items[1].GetProperty("unlockForSeconds").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        items[1].GetProperty("locked").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task A_lock_with_a_time_is_a_mistake_of_ours()
    {
        await using var stub = await PlatformStub.StartAsync();

        await Should.ThrowAsync<ArgumentException>(() => Change(stub, Guid.NewGuid(), new AuthTypeChange(AuthType.Face, Lock: true, TimeSpan.FromSeconds(1))));
        await Should.ThrowAsync<ArgumentException>(() => Change(stub, Guid.NewGuid()));
    }

    [Theory]
    [InlineData("IDR-IDC-002", "locks.notLockable")]
    [InlineData("IDR-IDC-007", "locks.unknownPerson")]
    [InlineData("IDR-VID-001", "locks.unknownPerson")]
    [InlineData("IDR-IDC-003", "common.refused")]
    [InlineData("IDR-IDC-011", "common.serviceUnavailable")]
    [InlineData("IDR-IDC-004", "common.outcomeUnknown")]
    public async Task What_stood_in_the_way_of_a_change_is_named(string code, string problem)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(WritePath, context => context.Error(code));

        (await Change(stub, Guid.NewGuid(), new AuthTypeChange(AuthType.Face, Lock: true))).Problem!.Key.ShouldBe(problem);
    }

    private static async Task<Outcome<IReadOnlyList<AuthTypeState>>> Read(string authTypes)
    {
        await using var stub = await PlatformStub.StartAsync();
        stub.On(ReadPath, $$"""{ "response": { "authTypes": {{authTypes}} }, "errors": [] }""");
        return await stub.Adapters().GetRequiredService<IAuthTypeRegistry>().ReadAsync(Sample.ByUin, TestContext.Current.CancellationToken);
    }

    private static Task<Outcome<Done>> Change(PlatformStub stub, Guid requestId, params AuthTypeChange[] changes) =>
        stub.Adapters().GetRequiredService<IAuthTypeRegistry>().ChangeAsync(Sample.ByUin, changes, requestId, TestContext.Current.CancellationToken);
}
