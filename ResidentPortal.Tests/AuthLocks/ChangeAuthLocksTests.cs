using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.AuthLocks;

public sealed class ChangeAuthLocksTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_lock_is_confirmed_by_reading_it_back()
    {
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Confirmed);
        (await EntryAsync(AuthType.Fingerprint)).IsLocked.ShouldBeTrue();
        _world.Platform.CountOf(FakeMosip.ReadLocks).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Several_types_are_locked_by_one_act()
    {
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint, AuthType.Iris, AuthType.Face));
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
        var entries = (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value;
        entries.Where(entry => entry.IsLocked).Select(entry => entry.Type).ShouldBe([AuthType.Fingerprint, AuthType.Iris, AuthType.Face]);
    }

    [Fact]
    public async Task All_six_types_are_shown_and_what_was_never_changed_is_unlocked()
    {
        var entries = (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value;
        entries.Select(entry => entry.Type).ShouldBe(Enum.GetValues<AuthType>());
        entries.ShouldAllBe(entry => !entry.IsLocked && entry.Since == null && entry.Open == null);
    }

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

    [Fact]
    public async Task S_11_Without_a_code_in_the_last_five_minutes_the_wish_is_written_down_and_nothing_is_sent()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var refusal = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
        var draft = (await _world.Get<ShowAct>().ExecuteAsync(_session, (string)refusal.Facts["eventId"])).Value;
        draft.State.ShouldBe(ActState.Draft);
        ((LockOrder)draft.Order).Changes.ShouldHaveSingleItem().Type.ShouldBe(AuthType.Fingerprint);
    }

    [Fact]
    public async Task S_11_A_fresh_code_runs_the_wish_as_it_was_written_down_once()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var eventId = (string)(await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Problem!.Facts["eventId"];
        (await _world.ProveAgainAsync(_session)).IsSuccess.ShouldBeTrue();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _world.Get<ContinueAct>().ExecuteAsync(_session, eventId))));
        outcomes.ShouldAllBe(outcome => outcome.Value.Value == eventId);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
        (await EntryAsync(AuthType.Fingerprint)).IsLocked.ShouldBeTrue();
    }

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

    [Fact]
    public async Task S_26_What_a_tampered_page_could_send_is_judged_again()
    {
        (await _world.ChangeLocksAsync(_session, Lock())).Problem.ShouldBe(AuthLockProblems.NothingChosen);
        (await _world.ChangeLocksAsync(_session, Lock(AuthType.Face, AuthType.Face))).Problem.ShouldBe(AuthLockProblems.NothingChosen);
        (await _world.ChangeLocksAsync(_session, Lock((AuthType)99))).Problem.ShouldBe(AuthLockProblems.NotLockable);
        (await _world.ChangeLocksAsync(_session, Unlock(AuthType.Face, TimeSpan.FromDays(2)))).Problem.ShouldBe(AuthLockProblems.DurationOutOfRange);
        (await _world.ChangeLocksAsync(_session, Unlock(AuthType.Face, TimeSpan.FromSeconds(-5)))).Problem.ShouldBe(AuthLockProblems.DurationOutOfRange);
        var lockFor = new LockOrder { IntentId = Guid.NewGuid(), Changes = [new AuthTypeChange(AuthType.Face, Lock: true, TimeSpan.FromMinutes(10))] };
        (await _world.ChangeLocksAsync(_session, lockFor)).Problem.ShouldBe(AuthLockProblems.DurationOutOfRange);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
    }

    [Fact]
    public async Task The_last_way_to_receive_codes_is_locked_only_by_someone_who_says_so()
    {
        (await _world.ChangeLocksAsync(_session, Lock(AuthType.PhoneCode))).IsSuccess.ShouldBeTrue();
        var order = Lock(AuthType.EmailCode);
        (await _world.ChangeLocksAsync(_session, order)).Problem.ShouldBe(AuthLockProblems.LastWay);
        (await EntryAsync(AuthType.EmailCode)).IsLocked.ShouldBeFalse();
        (await _world.ChangeLocksAsync(_session, order with { AcceptsLastWay = true })).IsSuccess.ShouldBeTrue();
        (await EntryAsync(AuthType.EmailCode)).IsLocked.ShouldBeTrue();
    }

    [Fact]
    public async Task For_someone_without_an_e_mail_the_phone_is_the_last_way()
    {
        var session = (await _world.SignInAsync(_world.Platform.UinWithPhoneOnly, browser: "phone only")).SessionId;
        (await _world.ChangeLocksAsync(session, Lock(AuthType.PhoneCode))).Problem.ShouldBe(AuthLockProblems.LastWay);
    }

    [Fact]
    public async Task S_68_Where_it_cannot_be_found_out_what_the_last_way_is_nothing_is_locked()
    {
        _world.Platform.Next(FakeMosip.FindIdentity, CommonProblems.ServiceUnavailable);
        (await _world.ChangeLocksAsync(_session, Lock(AuthType.PhoneCode))).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
    }

    [Fact]
    public async Task R_02_A_platform_that_certainly_did_nothing_ends_the_act_as_not_done()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.ServiceUnavailable);
        var receipt = await _world.ReceiptAsync(_session, (await _world.ChangeLocksAsync(_session, Lock(AuthType.Face))).Value);
        receipt.State.ShouldBe(ActState.Failed);
        receipt.Problem.ShouldBe(CommonProblems.ServiceUnavailable.Key);
    }

    [Fact]
    public async Task A_refusal_of_the_platform_ends_the_act_as_refused()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, AuthLockProblems.NotLockable);
        (await _world.ReceiptAsync(_session, (await _world.ChangeLocksAsync(_session, Lock(AuthType.Face))).Value)).State.ShouldBe(ActState.Refused);
    }

    [Fact]
    public async Task R_09_A_write_without_an_answer_is_unknown_and_found_done_at_the_next_look_without_being_sent_again()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Face))).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Unknown);
        (await EntryAsync(AuthType.Face)).Open!.EventId.ShouldBe(eventId);

        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Confirmed);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
    }

    [Fact]
    public async Task R_06_A_success_that_was_none_is_looked_at_five_times_in_an_hour_and_then_told_as_not_done()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.OutcomeUnknown);
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Face))).Value;
        _world.Platform.Calls.Clear();
        foreach (var seconds in (int[])[5, 5, 30, 120, 600, 3600])
        {
            (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Unknown);
            await PassAsync(TimeSpan.FromSeconds(seconds));
        }

        var session = (await _world.SignInAsync(browser: "later")).SessionId;
        (await _world.ReceiptAsync(session, eventId)).State.ShouldBe(ActState.Failed);
        _world.Platform.CountOf(FakeMosip.ReadLocks).ShouldBe(6);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You asked to change your locks. It was not done. Your locks are as they were.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_read_stays_unknown_and_the_resident_is_told_so()
    {
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.OutcomeUnknown);
        _world.Platform.Next(FakeMosip.ReadLocks, CommonProblems.ServiceUnavailable, times: 6);
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Face))).Value;
        foreach (var seconds in (int[])[5, 5, 30, 120, 600, 3600])
        {
            await PassAsync(TimeSpan.FromSeconds(seconds));
        }

        var session = (await _world.SignInAsync(browser: "later")).SessionId;
        var receipt = await _world.ReceiptAsync(session, eventId);
        receipt.State.ShouldBe(ActState.Unknown);
        receipt.NextLookAt.ShouldBeNull();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.Contains("We could not find out whether it was done.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task R_19_A_crash_between_the_platforms_answer_and_our_record_is_found_by_the_worker()
    {
        _world.Platform.AfterChange = () => throw new InvalidOperationException("The process was killed here.");
        var order = Lock(AuthType.Fingerprint);
        await Should.ThrowAsync<InvalidOperationException>(() => _world.ChangeLocksAsync(_session, order));
        _world.Platform.AfterChange = null;

        await PassAsync(TimeSpan.FromSeconds(46));
        var receipt = await _world.ReceiptAsync(_session, (await _world.ChangeLocksAsync(_session, order)).Value);
        receipt.State.ShouldBe(ActState.Confirmed);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(row => row.Kind == NoticeKind.LocksChanged, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task R_19_A_crash_before_the_platform_was_asked_ends_as_not_done_and_blocks_nothing()
    {
        // The claim is there, the call never went out.
        var session = (await _world.Get<CheckSession>().ExecuteAsync(_session, isSeen: true)).Value;
        var order = Lock(AuthType.Fingerprint);
        var taken = (await _world.Get<ServiceLedger>().TakeAsync(session, ActKind.ChangeAuthLocks, order.IntentId, order.ToWish())).Value;
        taken.IsMine.ShouldBeTrue();
        var row = taken.Row;

        await PassAsync(TimeSpan.FromSeconds(46));
        (await _world.ReceiptAsync(_session, EventId.Stored(row.EventId))).State.ShouldBe(ActState.Unknown);
        (await _world.ChangeLocksAsync(_session, Lock(AuthType.Iris))).Problem?.Key.ShouldNotBe(HistoryProblems.ActInFlight.Key);
        foreach (var seconds in (int[])[5, 30, 120, 600, 3600])
        {
            await PassAsync(TimeSpan.FromSeconds(seconds));
        }

        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.SingleAsync(one => one.EventId == row.EventId, TestContext.Current.CancellationToken)).State.ShouldBe(ActState.Failed);
    }

    [Fact]
    public async Task The_resident_is_told_of_a_change_by_phone_and_e_mail_without_any_number()
    {
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("Now locked: fingerprint. We checked. Request ", StringComparison.Ordinal));
        _world.Platform.EmailsTo(Meera).ShouldContain(text => text.StartsWith("Your locks were changed", StringComparison.Ordinal));
        _world.Platform.State.Outbox.Messages.ShouldAllBe(message => !message.Text.Contains(Meera, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_act_leaves_its_audit_row_under_the_person_key_and_the_trail_stays_whole()
    {
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Value;
        await using var db = _world.OpenDatabase();
        var row = await db.AuditRows.SingleAsync(one => one.Event == AuditEvent.AuthTypesChanged, TestContext.Current.CancellationToken);
        row.EventId.ShouldBe(eventId.Value);
        row.PersonKey.ShouldNotBeNull().ShouldNotContain(Meera);
        (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.Fault.ShouldBe(AuditFault.None);
    }

    private const string OtherUin = "4195891024";

    private async Task<AuthLockEntry> EntryAsync(AuthType type) => (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value.Single(entry => entry.Type == type);

    private async Task PassAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
    }
}
