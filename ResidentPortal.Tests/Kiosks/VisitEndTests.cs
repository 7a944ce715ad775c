using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class VisitEndTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_76_At_the_end_the_sign_in_is_dead_on_both_sides_and_the_resident_is_told_what_was_done()
    {
        var desk = await _world.AgreedAsync();
        var session = (await _world.ViewAsync()).SessionId!.Value;
        await _world.LockFingerprintAsync();
        _ = (await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId)).Value;
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(desk.DeskId!.Value)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(session)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await _world.Get<TouchVisit>().ExecuteAsync(_world.View)).Problem.ShouldBe(SessionProblems.VisitOver);
        await _world.SendAsync();
        _world.Platform.SmsTo(_world.Uin).ShouldContain(text => text.StartsWith(
            "Your visit with operator K0001 at Kenitra Centre ended at 2026-11-24 10:00 UTC. You confirmed: Lock or unlock. Papers printed: 0. Was this not you? Open https://resident.example.org/not-me/", StringComparison.Ordinal));
        var row = await _world.RowAsync();
        (row.SealedUin, row.LinkKey).ShouldBe((null, null));
    }

    [Fact]
    public async Task S_74_Attack_In_the_21st_minute_nothing_goes_any_more()
    {
        var desk = await _world.AgreedAsync();
        var session = (await _world.ViewAsync()).SessionId!.Value;
        await _world.WaitAsync(TimeSpan.FromMinutes(19));
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(desk.DeskId!.Value)).IsSuccess.ShouldBeTrue();
        await _world.WaitAsync(TimeSpan.FromMinutes(1));

        // Before any worker has come by.
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(desk.DeskId!.Value)).IsSuccess.ShouldBeFalse();
        (await _world.Core.ChangeLocksAsync(session, ResidentSteps.Lock(AuthType.Face))).IsSuccess.ShouldBeFalse();
        (await _world.Get<TouchVisit>().ExecuteAsync(_world.View)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await _world.Get<ShowDeskVisit>().ExecuteAsync(_world.DutyId, withFields: true)).Problem.ShouldBe(KioskProblems.NoVisit);
        (await _world.ChainAsync())[^1].ShouldBe("VisitEnded TotalTime");
        await _world.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(false, 120)]
    [InlineData(true, 360)]
    public async Task A_visit_that_nobody_touches_ends_and_a_slow_one_three_times_as_late(bool isSlow, int seconds)
    {
        await _world.AgreedAsync();
        await _world.Get<SetSlow>().ExecuteAsync(_world.View, isSlow);
        for (var left = seconds - 1; left > 0; left -= 60)
        {
            _world.Core.Clock.Advance(TimeSpan.FromSeconds(Math.Min(left, 60)));
            _ = (await _world.Core.ProveAsync(_world.Device)).Value;
        }

        (await _world.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(0);
        _world.Core.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _world.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(1);
        (await _world.RowAsync()).End.ShouldBe(VisitEnd.Away);
    }

    [Fact]
    public async Task A_sign_of_life_of_either_side_keeps_it()
    {
        await _world.AgreedAsync();
        for (var i = 0; i < 4; i++)
        {
            _world.Core.Clock.Advance(TimeSpan.FromSeconds(60));
            _ = (await _world.Get<TouchVisit>().ExecuteAsync(_world.View)).Value;
        }

        (await _world.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(0);
    }

    [Fact]
    public async Task S_71_Attack_A_device_suspended_in_mid_visit_ends_everything_at_once_and_leaves_its_row()
    {
        var desk = await _world.AgreedAsync();
        var session = (await _world.ViewAsync()).SessionId!.Value;
        var supervisor = await _world.Core.BeginSupervisorAsync();
        _ = (await _world.Get<SuspendDevice>().ExecuteAsync(supervisor.DutyId, _world.Device.Id)).Value;
        (await _world.Get<ShowDeskVisit>().ExecuteAsync(_world.DutyId, withFields: true)).IsSuccess.ShouldBeFalse();
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(desk.DeskId!.Value)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(session)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await _world.Get<TouchVisit>().ExecuteAsync(_world.View)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await _world.ChainAsync())[^1].ShouldBe("VisitEnded DeviceOver");
        await _world.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task The_end_of_the_duty_ends_the_visit()
    {
        await _world.AgreedAsync();
        await _world.Get<EndDuty>().ExecuteAsync(_world.DutyId);
        (await _world.RowAsync()).End.ShouldBe(VisitEnd.DutyOver);
    }

    [Fact]
    public async Task A_device_that_does_not_prove_its_key_any_more_loses_its_visit_a_minute_later()
    {
        await _world.AgreedAsync();
        for (var i = 0; i < 6; i++)
        {
            (await _world.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(0);
            _world.Core.Clock.Advance(TimeSpan.FromMinutes(1));
            _ = (await _world.Get<TouchVisit>().ExecuteAsync(_world.View)).Value;
        }

        (await _world.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(1);
        (await _world.RowAsync()).End.ShouldBe(VisitEnd.DeviceOver);
    }

    [Fact]
    public async Task S_76_Attack_What_a_killed_process_left_over_is_cleared_when_the_device_starts_and_leaves_its_row()
    {
        var desk = await _world.AgreedAsync();
        await using var next = _world.Core.StartAgain();
        (await next.Get<ClearLeftOver>().ExecuteAsync(_world.Device.Id)).Value.ShouldBe(1);
        (await next.Get<ClearLeftOver>().ExecuteAsync(_world.Device.Id)).Value.ShouldBe(0);
        (await next.Get<ShowAuthLocks>().ExecuteAsync(desk.DeskId!.Value)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await next.Get<ShowDeskVisit>().ExecuteAsync(_world.DutyId, withFields: true)).Problem.ShouldBe(KioskProblems.NoVisit);
        (await _world.ChainAsync())[^1].ShouldBe("VisitEnded LeftOver");
        (await next.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.Fault.ShouldBe(AuditFault.None);
    }

    [Fact]
    public async Task S_76_Without_a_start_of_the_device_the_worker_of_the_next_process_ends_it_as_well()
    {
        await _world.AgreedAsync();
        await using var next = _world.Core.StartAgain();
        _world.Core.Clock.Advance(TimeSpan.FromMinutes(2));
        (await next.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(1);
    }

    [Fact]
    public async Task This_was_not_me_ends_the_sign_in_at_once_and_the_visit_with_it()
    {
        var desk = await _world.AgreedAsync();
        await _world.SendAsync();
        await _world.Get<RaiseAlarm>().ExecuteAsync(AlarmTicket.Of(await AlarmTokenAsync(NoticeKind.VisitAsked)), "It was not me.");
        (await _world.Get<ShowAuthLocks>().ExecuteAsync(desk.DeskId!.Value)).IsSuccess.ShouldBeFalse();
        (await _world.Get<ShowDeskVisit>().ExecuteAsync(_world.DutyId, withFields: true)).Problem.ShouldBe(KioskProblems.NoVisit);
        (await _world.Get<TouchVisit>().ExecuteAsync(_world.View)).Problem.ShouldBe(SessionProblems.VisitOver);
        (await _world.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(1);
        (await _world.RowAsync()).End.ShouldBe(VisitEnd.EndedElsewhere);
    }

    [Fact]
    public async Task This_was_not_me_before_the_code_is_entered_kills_the_code_and_ends_the_visit()
    {
        await _world.BeforeResidentAsync();
        _ = (await _world.AskForConsentCodeAsync()).Value;
        var code = _world.Platform.LatestCode();
        await _world.Get<RaiseAlarm>().ExecuteAsync(AlarmTicket.Of(await AlarmTokenAsync(NoticeKind.VisitAsked)), "It was not me.");
        (await _world.EnterConsentCodeAsync(code)).IsSuccess.ShouldBeFalse();
        (await _world.Get<EndOldVisits>().ExecuteAsync()).Value.ShouldBe(1);
        (await _world.RowAsync()).End.ShouldBe(VisitEnd.EndedElsewhere);
    }

    [Fact]
    public async Task How_the_last_visit_ended_is_told_for_five_minutes_to_its_own_duty()
    {
        await _world.AgreedAsync();
        (await _world.Get<ShowLastVisit>().ExecuteAsync(_world.DutyId)).Problem.ShouldBe(KioskProblems.NoVisit);
        _ = (await _world.Get<StopVisit>().ExecuteAsync(_world.View)).Value;
        (await _world.Get<ShowLastVisit>().ExecuteAsync(_world.DutyId)).Value.End.ShouldBe(VisitEnd.Stopped);
        (await _world.Get<ShowLastVisit>().ExecuteAsync(Guid.NewGuid())).Problem.ShouldBe(KioskProblems.DutyNeeded);
        await _world.WaitAsync(TimeSpan.FromMinutes(5));
        (await _world.Get<ShowLastVisit>().ExecuteAsync(_world.DutyId)).Problem.ShouldBe(KioskProblems.NoVisit);
    }

    [Fact]
    public async Task S_74_A_visit_that_is_over_by_the_clock_is_told_so_and_to_look_ends_nothing()
    {
        await _world.AgreedAsync();
        await _world.WaitAsync(TimeSpan.FromMinutes(19));
        _world.Core.Clock.Advance(TimeSpan.FromMinutes(1));
        (await _world.Get<ShowLastVisit>().ExecuteAsync(_world.DutyId)).Value.End.ShouldBe(VisitEnd.TotalTime);
        (await _world.RowAsync()).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_visit_takes_no_room_among_the_own_sign_ins_and_is_not_listed_there()
    {
        var first = (await _world.Core.SignInAsync(browser: "one")).SessionId;
        await _world.AgreedAsync();
        _world.Core.Clock.Advance(TimeSpan.FromSeconds(31));
        await _world.Core.SignInAsync(browser: "two");
        _world.Core.Clock.Advance(TimeSpan.FromSeconds(31));
        await _world.Core.SignInAsync(browser: "three");
        var overview = (await _world.Get<ShowSignIns>().ExecuteAsync(first)).Value;
        (overview.Others.Count, overview.Ended.Count).ShouldBe((2, 0));
        (await _world.DeskAsync()).State.ShouldBe(VisitState.Agreed);
    }

    private async Task<string> AlarmTokenAsync(NoticeKind kind)
    {
        await using var db = _world.OpenDatabase();
        return _world.Get<AlarmTokens>().Of((await db.Notices.SingleAsync(notice => notice.Kind == kind)).Id);
    }
}
