using Microsoft.EntityFrameworkCore;
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

/// <summary>A lock that the platform did not confirm: refused, not done, unknown, or cut off in the middle.</summary>
public sealed class UnconfirmedLockTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

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

    private async Task<AuthLockEntry> EntryAsync(AuthType type) => (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value.Single(entry => entry.Type == type);

    private async Task PassAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
    }
}
