using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Alarms;

/// <summary>An alarm is not lost, whatever stands in its way when it is pressed.</summary>
public sealed class FinishAlarmsTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private SessionTicket _session = default!;
    private string _token = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _session = await _world.SignInAsync();
        _token = await _world.AlarmTokenAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task R_02_A_platform_that_is_away_ends_the_sign_ins_at_once_and_is_asked_again_until_it_locks()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.ServiceUnavailable, times: 3);
        await _world.PressAsync(_token);
        (await _world.Get<ResumeSession>().ExecuteAsync(_session.Token)).Problem.ShouldBe(SessionProblems.EndedElsewhere);
        (await StateAsync()).ShouldBe(ActState.Draft);
        foreach (var seconds in (int[])[5, 30])
        {
            await PassAsync(seconds);
            (await StateAsync()).ShouldBe(ActState.Draft);
        }

        await PassAsync(120);
        (await StateAsync()).ShouldBe(ActState.Confirmed);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(4);
        IsLocked().ShouldBeTrue();
    }

    [Fact]
    public async Task A_platform_that_is_away_for_days_ends_as_not_done_and_the_resident_is_told()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.ServiceUnavailable, times: 100);
        await _world.PressAsync(_token);
        for (var hours = 0; hours < 74; hours++)
        {
            await PassAsync(3600);
        }

        (await StateAsync()).ShouldBe(ActState.Failed);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You asked to change your locks. It was not done.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R_09_Without_an_answer_it_is_looked_at_and_not_sent_again_where_it_was_done()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.OutcomeUnknown, takesEffect: true);
        await _world.PressAsync(_token);
        (await StateAsync()).ShouldBe(ActState.Unknown);
        await PassAsync(5);
        (await StateAsync()).ShouldBe(ActState.Confirmed);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
    }

    [Fact]
    public async Task R_06_Without_an_answer_it_is_sent_again_where_it_was_seen_not_to_be_done()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.OutcomeUnknown);
        await _world.PressAsync(_token);
        foreach (var seconds in (int[])[5, 5, 30])
        {
            await PassAsync(seconds);
        }

        (await StateAsync()).ShouldBe(ActState.Confirmed);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(2);
    }

    [Fact]
    public async Task A_change_of_locks_that_is_on_its_way_is_waited_for()
    {
        _world.Platform.AfterChange = () =>
        {
            _world.Platform.AfterChange = null;
            _world.PressAsync(_token).GetAwaiter().GetResult().IsSuccess.ShouldBeTrue();
        };
        await _world.ChangeLocksAsync(_session.SessionId, Unlock(AuthType.Fingerprint));
        (await StateAsync()).ShouldBe(ActState.Draft);
        IsLocked().ShouldBeFalse();
        await PassAsync(2);
        (await StateAsync()).ShouldBe(ActState.Confirmed);
        IsLocked().ShouldBeTrue();
    }

    [Fact]
    public async Task R_19_A_crash_after_the_press_is_made_good_by_the_worker()
    {
        _world.Platform.AfterChange = () => throw new InvalidOperationException("The process was killed here.");
        await Should.ThrowAsync<InvalidOperationException>(() => _world.PressAsync(_token));
        _world.Platform.AfterChange = null;
        await PassAsync(46);
        (await StateAsync()).ShouldBe(ActState.Confirmed);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
    }

    [Fact]
    public async Task R_19_A_crash_before_the_platform_was_asked_is_made_good_by_the_worker()
    {
        // The press is written down, and nothing was sent.
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.ServiceUnavailable);
        await _world.PressAsync(_token);
        await using (var db = _world.OpenDatabase())
        {
            await db.ServiceRequests.Where(row => row.Kind == ActKind.ChangeAuthLocks)
                .ExecuteUpdateAsync(update => update.SetProperty(row => row.Looks, 0).SetProperty(row => row.NextLookAt, _world.Clock.GetUtcNow()), TestContext.Current.CancellationToken);
        }

        await PassAsync(0);
        (await StateAsync()).ShouldBe(ActState.Confirmed);
    }

    [Fact]
    public async Task A_wish_that_waits_for_a_code_is_not_sent_by_the_worker()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await _world.ChangeLocksAsync(_session.SessionId, Lock(AuthType.Fingerprint))).Problem!.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        await PassAsync(3600);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
    }

    [Fact]
    public async Task A_thief_who_is_signed_in_cannot_put_another_wish_in_the_place_of_the_locks()
    {
        // The id of the message is in the list of messages, and the id of a form is the browser's to choose.
        var notice = await _world.NoticeIdAsync(NoticeKind.NewSignIn);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        await _world.ChangeLocksAsync(_session.SessionId, Unlock(AuthType.Face) with { IntentId = notice });
        await _world.PressAsync(_token);
        IsLocked().ShouldBeTrue();
    }

    [Fact]
    public async Task Timed_unlocks_are_over_with_it()
    {
        await _world.ChangeLocksAsync(_session.SessionId, Unlock(AuthType.Fingerprint, TimeSpan.FromHours(1)));
        await _world.PressAsync(_token);
        await using var db = _world.OpenDatabase();
        (await db.TimedUnlocks.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        IsLocked().ShouldBeTrue();
    }

    private bool IsLocked() => _world.Platform.State.ReadAuthTypes(Meera).Count(type => type.Locked) == 6;

    private async Task<ActState?> StateAsync() => (await _world.ShowAlarmAsync(_token)).Value.Receipt!.Locks;

    private async Task PassAsync(int seconds)
    {
        _world.Clock.Advance(TimeSpan.FromSeconds(seconds));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        await _world.Get<FinishAlarms>().ExecuteAsync();
    }
}
