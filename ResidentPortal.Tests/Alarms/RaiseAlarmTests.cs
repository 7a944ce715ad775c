using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Alarms;

/// <summary>"This was not me", from the link in a message.</summary>
public sealed class RaiseAlarmTests : IAsyncLifetime
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
    public async Task S_14_One_press_locks_everything_and_what_is_shown_was_read_back()
    {
        (await _world.PressAsync(_token)).IsSuccess.ShouldBeTrue();
        var receipt = (await _world.ShowAlarmAsync(_token)).Value.Receipt.ShouldNotBeNull();
        (receipt.Locks, receipt.LockedAt, receipt.PressedAt).ShouldBe((ActState.Confirmed, _world.Clock.GetUtcNow(), _world.Clock.GetUtcNow()));
        LockedTypes().ShouldBe(["bio-FACE", "bio-FINGER", "bio-IRIS", "demo", "otp-email", "otp-phone"], ignoreOrder: true);
        _world.Platform.CountOf(FakeMosip.ReadLocks).ShouldBe(1);
    }

    [Fact]
    public async Task S_20_One_press_ends_every_sign_in_and_takes_back_codes_that_wait()
    {
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        var other = await _world.SignInAsync(_world.Platform.VidOf(Meera), browser: "another", visitor: Stranger);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.AskForCodeAsync(browser: "a third");
        var code = _world.Platform.LatestCode();
        await _world.PressAsync(_token);
        foreach (var ticket in new[] { _session, other })
        {
            (await _world.Get<ResumeSession>().ExecuteAsync(ticket.Token)).Problem.ShouldBe(SessionProblems.EndedElsewhere);
        }

        (await _world.EnterCodeAsync(code, "a third")).Problem.ShouldBe(Core.Otp.OtpProblems.NoneActive);
    }

    [Fact]
    public async Task The_sign_ins_of_others_go_on()
    {
        var other = await _world.SignInAsync("4195891024", browser: "other");
        await _world.PressAsync(_token);
        (await _world.Get<ResumeSession>().ExecuteAsync(other.Token)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task The_office_gets_a_report_with_a_number_and_both_contacts_are_told()
    {
        await _world.PressAsync(_token);
        await _world.Get<SendNotices>().ExecuteAsync();
        await using var db = _world.OpenDatabase();
        var report = await db.Grievances.SingleAsync(TestContext.Current.CancellationToken);
        (report.Subject, report.State).ShouldBe((GrievanceSubject.NotMe, GrievanceState.Reported));
        report.SealedMessage.ShouldNotContain("not me");
        (await _world.ShowAlarmAsync(_token)).Value.Receipt!.Report!.Value.ShouldBe(report.EventId);
        _world.Platform.SmsTo(Meera).ShouldContain($"“This was not me” was pressed at 2026-11-24 10:00 UTC. Every sign-in has ended, and we are locking everything. Your report has the number {report.EventId}. Was this not you? Contact the ID office.");
        _world.Platform.EmailsTo(Meera).ShouldContain(text => text.StartsWith("“This was not me” was pressed", StringComparison.Ordinal));
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("Now locked: codes by phone, codes by e-mail, personal details, fingerprint, eyes (iris), face. We checked.", StringComparison.Ordinal));
        (await db.AuditRows.SingleAsync(row => row.Event == AuditEvent.AlarmRaised, TestContext.Current.CancellationToken)).Note.ShouldBe("NewSignIn, 1 sign-ins");
        (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.Fault.ShouldBe(AuditFault.None);
    }

    [Fact]
    public async Task S_36_To_look_changes_nothing_however_often_it_is_done()
    {
        for (var i = 0; i < 5; i++)
        {
            var shown = (await _world.ShowAlarmAsync(_token)).Value;
            (shown.Subject, shown.At, shown.LocksCodes, shown.Receipt).ShouldBe(("Someone signed in with your ID number", _world.Clock.GetUtcNow(), true, null));
        }

        LockedTypes().ShouldBeEmpty();
        (await _world.Get<ResumeSession>().ExecuteAsync(_session.Token)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_have_one_effect_and_lead_to_the_same_receipt()
    {
        var presses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.PressAsync(_token))));
        presses.ShouldAllBe(press => press.Value.Token == _token);
        await ShouldHaveHappenedOnceAsync();
    }

    [Fact]
    public async Task Ten_presses_one_after_the_other_have_one_effect()
    {
        for (var i = 0; i < 10; i++)
        {
            (await _world.PressAsync(_token)).Value.Token.ShouldBe(_token);
            _world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await ShouldHaveHappenedOnceAsync();
        var later = (await _world.ShowAlarmAsync(_token)).Value.Receipt!;
        later.PressedAt.ShouldBe(_world.Clock.GetUtcNow() - TimeSpan.FromMinutes(10));
    }

    [Fact]
    public async Task The_link_works_for_ten_days_to_the_second()
    {
        _world.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        (await _world.ShowAlarmAsync(_token)).IsSuccess.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromSeconds(1));
        (await _world.ShowAlarmAsync(_token)).Problem.ShouldBe(AlarmProblems.TooOld);
        (await _world.PressAsync(_token)).Problem.ShouldBe(AlarmProblems.TooOld);
        LockedTypes().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deployment_may_make_it_shorter()
    {
        await using var world = new CoreWorld(("Alarms:Days", "1"));
        await world.SignInAsync();
        var token = await world.AlarmTokenAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        (await world.PressAsync(token)).Problem.ShouldBe(AlarmProblems.TooOld);
    }

    [Fact]
    public async Task What_was_pressed_on_the_last_day_keeps_its_receipt_ten_days_more()
    {
        _world.Clock.Advance(TimeSpan.FromDays(10) - TimeSpan.FromSeconds(1));
        await _world.PressAsync(_token);
        _world.Clock.Advance(TimeSpan.FromDays(9));
        (await _world.ShowAlarmAsync(_token)).Value.Receipt.ShouldNotBeNull();
        _world.Clock.Advance(TimeSpan.FromDays(1));
        (await _world.ShowAlarmAsync(_token)).Problem.ShouldBe(AlarmProblems.TooOld);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("' OR 1=1 --                               ")]
    public async Task S_01_A_link_that_never_was_reads_like_one_that_is_too_old(string token)
    {
        (await _world.ShowAlarmAsync(token)).Problem.ShouldBe(AlarmProblems.TooOld);
        (await _world.PressAsync(token)).Problem.ShouldBe(AlarmProblems.TooOld);
        LockedTypes().ShouldBeEmpty();
    }

    [Fact]
    public async Task S_10_The_token_has_256_bits_and_stands_in_no_row()
    {
        _token.Length.ShouldBe(43);
        (await _world.ReadDatabaseFileAsync()).ShouldNotContain(_token);
        await using var db = _world.OpenDatabase();
        (await db.Notices.SingleAsync(row => row.Kind == NoticeKind.NewSignIn, TestContext.Current.CancellationToken)).AlarmKey.ShouldNotBeNull().ShouldStartWith("1.");
    }

    [Fact]
    public async Task Who_is_signed_in_presses_it_in_the_list_of_messages_and_is_led_to_the_same_receipt()
    {
        var ticket = AlarmTicket.Of(_session.SessionId, await _world.NoticeIdAsync(NoticeKind.NewSignIn));
        (await _world.Get<ShowAlarm>().ExecuteAsync(ticket, Language.English)).Value.Subject.ShouldBe("Someone signed in with your ID number");
        (await _world.Get<RaiseAlarm>().ExecuteAsync(ticket, "This was not me.")).Value.Token.ShouldBe(_token);
        (await _world.Get<RaiseAlarm>().ExecuteAsync(ticket, "This was not me.")).Problem.ShouldBe(SessionProblems.EndedElsewhere);
        await ShouldHaveHappenedOnceAsync();
    }

    [Fact]
    public async Task S_25_Another_persons_message_is_not_found_and_nobodys_neither()
    {
        var notice = await _world.NoticeIdAsync(NoticeKind.NewSignIn);
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        foreach (var ticket in new[] { AlarmTicket.Of(other, notice), AlarmTicket.Of(other, Guid.NewGuid()) })
        {
            (await _world.Get<ShowAlarm>().ExecuteAsync(ticket, Language.English)).Problem.ShouldBe(CommonProblems.NotFound);
            (await _world.Get<RaiseAlarm>().ExecuteAsync(ticket, "This was not me.")).Problem.ShouldBe(CommonProblems.NotFound);
        }

        (await _world.Get<RaiseAlarm>().ExecuteAsync(AlarmTicket.Of(Guid.NewGuid(), notice), "This was not me.")).Problem.ShouldBe(CommonProblems.SignInNeeded);
        LockedTypes().ShouldBeEmpty();
    }

    [Fact]
    public async Task After_an_alarm_every_device_is_a_new_one_again()
    {
        await _world.PressAsync(_token);
        _world.Clock.Advance(TimeSpan.FromDays(2));
        await _world.SignInAsync(browser: "again");
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(row => row.Kind == NoticeKind.NewSignIn, TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    private string[] LockedTypes() => [.. _world.Platform.State.ReadAuthTypes(Meera).Where(type => type.Locked).Select(type => type.Code)];

    private async Task ShouldHaveHappenedOnceAsync()
    {
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
        await using var db = _world.OpenDatabase();
        (await db.Grievances.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.ServiceRequests.CountAsync(row => row.Kind == ActKind.ChangeAuthLocks, TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.Notices.CountAsync(row => row.Kind == NoticeKind.AlarmRaised, TestContext.Current.CancellationToken)).ShouldBe(1);
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.AlarmRaised, TestContext.Current.CancellationToken)).ShouldBe(1);
    }
}
