using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
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

    private async Task<AuthLockEntry> EntryAsync(AuthType type) => (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value.Single(entry => entry.Type == type);
}
