using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.AuthLocks;

public sealed class TimedUnlockTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_unlock_for_ten_minutes_is_shown_with_its_end()
    {
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(10)));
        var entry = (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value.Single(one => one.Type == AuthType.Fingerprint);
        entry.IsLocked.ShouldBeFalse();
        entry.UnlockedUntil.ShouldBe(_world.Clock.GetUtcNow().AddMinutes(10));
    }

    [Fact]
    public async Task Five_minutes_before_the_end_the_resident_is_reminded_once()
    {
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(20)));
        await PassAsync(TimeSpan.FromMinutes(14.9));
        Reminders().ShouldBe(0);
        await PassAsync(TimeSpan.FromMinutes(0.1));
        Reminders().ShouldBe(1);
        await PassAsync(TimeSpan.FromMinutes(1));
        Reminders().ShouldBe(1);
    }

    [Fact]
    public async Task After_the_end_the_portal_looks_whether_the_lock_came_back()
    {
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(10)));
        await PassAsync(TimeSpan.FromMinutes(5));
        await PassAsync(TimeSpan.FromMinutes(5));
        var reads = _world.Platform.CountOf(FakeMosip.ReadLocks);
        await PassAsync(TimeSpan.FromSeconds(10));
        _world.Platform.CountOf(FakeMosip.ReadLocks).ShouldBe(reads + 1);
        await using var db = _world.OpenDatabase();
        db.TimedUnlocks.ShouldBeEmpty();
        (await _world.Get<ShowAuthLocks>().ExecuteAsync((await _world.SignInAsync(browser: "later")).SessionId)).Value.Single(one => one.Type == AuthType.Fingerprint).IsLocked.ShouldBeTrue();
    }

    [Fact]
    public async Task A_lock_that_does_not_come_back_is_told_to_the_resident()
    {
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(2)));

        // Somebody else unlocks it for good, past this portal.
        _world.Platform.State.ChangeAuthTypes(Meera, [new ResidentPortal.Sandbox.AuthTypeChange("bio", "FINGER", Locked: false)]);
        foreach (var seconds in (int[])[130, 5, 30, 120, 600, 3600])
        {
            await PassAsync(TimeSpan.FromSeconds(seconds));
        }

        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("This should be locked again by now, but is not: fingerprint.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Locking_before_the_end_leaves_nothing_to_watch()
    {
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(20)));
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
        await PassAsync(TimeSpan.FromMinutes(16));
        Reminders().ShouldBe(0);
        await using var db = _world.OpenDatabase();
        db.TimedUnlocks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fifteen_minutes_more_replace_the_earlier_end()
    {
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(10)));
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(25)));
        await using var db = _world.OpenDatabase();
        db.TimedUnlocks.ShouldHaveSingleItem().Until.ShouldBe(_world.Clock.GetUtcNow().AddMinutes(25));
    }

    private int Reminders() => _world.Platform.SmsTo(Meera).Count(text => text.StartsWith("In 5 minutes this locks again by itself: fingerprint.", StringComparison.Ordinal));

    private async Task PassAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        await _world.Get<WatchTimedUnlocks>().ExecuteAsync();
        await _world.Get<SendNotices>().ExecuteAsync();
    }
}
