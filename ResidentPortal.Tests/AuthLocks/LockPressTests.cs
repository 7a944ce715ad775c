using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.AuthLocks;

/// <summary>A lock that is pressed more than once: at the same time, in two tabs, by going back and by loading again.</summary>
public sealed class LockPressTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task R_21_Twenty_presses_of_Lock_at_once_make_one_upstream_write_and_one_event_id()
    {
        var order = Lock(AuthType.Fingerprint);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.ChangeLocksAsync(_session, order))));
        outcomes.Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
    }

    [Fact]
    public async Task S_62_While_one_act_is_on_its_way_another_of_the_same_kind_is_refused_with_its_number()
    {
        Outcome<EventId>? second = null;
        _world.Platform.AfterChange = () => second ??= _world.ChangeLocksAsync(_session, Lock(AuthType.Iris)).GetAwaiter().GetResult();
        var first = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Value;
        second!.Value.Problem!.Key.ShouldBe(HistoryProblems.ActInFlight.Key);
        second.Value.Problem!.Facts["eventId"].ShouldBe(first.Value);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
    }

    [Fact]
    public async Task R_22_Two_tabs_with_different_wishes_are_two_acts_and_the_later_wins()
    {
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint));
        (await EntryAsync(AuthType.Fingerprint)).IsLocked.ShouldBeFalse();
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(2);
    }

    [Fact]
    public async Task R_23_Going_back_and_sending_the_same_form_again_shows_the_first_receipt()
    {
        var order = Lock(AuthType.Fingerprint);
        var first = (await _world.ChangeLocksAsync(_session, order)).Value;
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint));
        (await _world.ChangeLocksAsync(_session, order)).Value.ShouldBe(first);
        (await EntryAsync(AuthType.Fingerprint)).IsLocked.ShouldBeFalse();
    }

    [Fact]
    public async Task R_24_Reloading_while_the_act_is_on_its_way_finds_it_under_its_number()
    {
        var order = Lock(AuthType.Fingerprint);
        Outcome<EventId>? reloaded = null;
        ActReceipt? seen = null;
        _world.Platform.AfterChange = () =>
        {
            reloaded = _world.ChangeLocksAsync(_session, order).GetAwaiter().GetResult();
            seen = _world.ReceiptAsync(_session, reloaded.Value.Value).GetAwaiter().GetResult();
        };
        var first = (await _world.ChangeLocksAsync(_session, order)).Value;
        reloaded!.Value.Value.ShouldBe(first);
        seen!.State.ShouldBe(ActState.Asked);
    }

    private async Task<AuthLockEntry> EntryAsync(AuthType type) => (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value.Single(entry => entry.Type == type);
}
