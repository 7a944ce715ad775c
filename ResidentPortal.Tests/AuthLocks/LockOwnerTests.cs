using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.AuthLocks;

/// <summary>Locks are their owner's: nobody else's sign-in shows or changes them.</summary>
public sealed class LockOwnerTests : IAsyncLifetime
{
    private const string OtherUin = "4195891024";
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_25_Another_residents_act_is_not_found_by_its_number()
    {
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Value;
        var other = (await _world.SignInAsync(OtherUin, browser: "other")).SessionId;
        (await _world.Get<ShowAct>().ExecuteAsync(other, eventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ContinueAct>().ExecuteAsync(other, eventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ListRecentRequests>().ExecuteAsync(other)).Value.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_25_Another_residents_form_cannot_be_sent()
    {
        var order = Lock(AuthType.Fingerprint);
        await _world.ChangeLocksAsync(_session, order);
        var other = (await _world.SignInAsync(OtherUin, browser: "other")).SessionId;
        (await _world.ChangeLocksAsync(other, order)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task S_25_Every_flow_refuses_a_sign_in_that_does_not_exist()
    {
        var nobody = Guid.NewGuid();
        (await _world.ChangeLocksAsync(nobody, Lock(AuthType.Face))).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(nobody)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowAct>().ExecuteAsync(nobody, "1234567890123456")).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ContinueAct>().ExecuteAsync(nobody, "1234567890123456")).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ListRecentRequests>().ExecuteAsync(nobody)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ResidentPortal.Core.Profile.ShowProfile>().ExecuteAsync(nobody, ResidentPortal.Core.Languages.Language.English)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<AskForFreshCode>().ExecuteAsync(nobody, channel: null, HomePhone)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<EnterFreshCode>().ExecuteAsync(nobody, "123456", HomePhone)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }
}
