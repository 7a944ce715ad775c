using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Sharing.SharingSteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Sharing;

public sealed class WithdrawShareTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task In_time_nothing_is_handed_over_and_the_resident_is_told_so()
    {
        var share = await _world.ShareAsync(_session);
        var withdrawal = (await _world.WithdrawAsync(_session, share)).Value;
        ((WithdrawResult)(await _world.ReceiptAsync(_session, withdrawal)).Result!).Effect.ShouldBe(WithdrawEffect.InTime);
        (await _world.ReceiptAsync(_session, share)).State.ShouldBe(ActState.Cancelled);
        await _world.PassAsync(TimeSpan.FromMinutes(2));
        _world.Platform.State.Shares().Single()["credentialSubject"].ShouldBeNull();
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You withdrew what you shared with Harbour Bank. It was in time: nothing was handed over.", StringComparison.Ordinal));
        _world.Platform.SmsTo(Meera).ShouldNotContain(text => text.StartsWith("You wanted to share", StringComparison.Ordinal));
        var entry = (await _world.SharesAsync(_session)).Single();
        (entry.State, entry.MayWithdraw, entry.Withdrawal!.At).ShouldBe((ActState.Cancelled, false, (DateTimeOffset?)_world.Clock.GetUtcNow().AddMinutes(-2)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Too_late_it_is_said_that_the_organisation_has_the_data_and_the_consent_is_withdrawn(bool wasSeen)
    {
        var share = await _world.ShareAsync(_session);
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        if (wasSeen)
        {
            await _world.Get<LookAgainAtActs>().ExecuteAsync();
        }

        var withdrawal = (await _world.WithdrawAsync(_session, share)).Value;
        ((WithdrawResult)(await _world.ReceiptAsync(_session, withdrawal)).Result!).Effect.ShouldBe(WithdrawEffect.TooLate);
        var entry = (await _world.SharesAsync(_session)).Single();
        (entry.Withdrawal!.Effect, entry.MayWithdraw, entry.Partner!.Phone).ShouldBe((WithdrawEffect.TooLate, false, "0522000101"));
        await _world.PassAsync(TimeSpan.FromMinutes(1));
        (await _world.ReceiptAsync(_session, share)).State.ShouldBe(ActState.Confirmed);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("You withdrew what you shared with Harbour Bank. It has the data already. Ask it to delete them.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ten_presses_and_a_later_one_withdraw_once()
    {
        var share = await _world.ShareAsync(_session);
        var order = new WithdrawShareOrder(Guid.NewGuid(), share.Value);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _world.Get<WithdrawShare>().ExecuteAsync(_session, order))));
        var withdrawal = outcomes.Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        (await _world.WithdrawAsync(_session, share)).Value.ShouldBe(withdrawal);
        _world.Platform.CountOf(FakeMosip.TakeBackShare).ShouldBe(1);
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.ShareWithdrawn, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Theory]
    [InlineData(true, WithdrawEffect.InTime)]
    [InlineData(false, WithdrawEffect.TooLate)]
    public async Task R_09_Without_an_answer_the_platforms_record_tells_and_it_is_not_asked_again(bool takesEffect, WithdrawEffect effect)
    {
        var share = await _world.ShareAsync(_session);
        _world.Platform.Next(FakeMosip.TakeBackShare, CommonProblems.OutcomeUnknown, takesEffect);
        var withdrawal = (await _world.WithdrawAsync(_session, share)).Value;
        (await _world.ReceiptAsync(_session, withdrawal)).State.ShouldBe(ActState.Unknown);
        await _world.PassAsync(TimeSpan.FromSeconds(5));
        await _world.PassAsync(TimeSpan.FromSeconds(31));
        await _world.PassAsync(TimeSpan.FromMinutes(2));
        ((WithdrawResult)(await _world.ReceiptAsync(_session, withdrawal)).Result!).Effect.ShouldBe(effect);
        _world.Platform.CountOf(FakeMosip.TakeBackShare).ShouldBe(1);
    }

    [Fact]
    public async Task What_may_have_been_shared_can_be_withdrawn_and_that_it_is_unclear_is_said()
    {
        _world.Platform.Next(FakeMosip.AskToShare, CommonProblems.OutcomeUnknown);
        var share = await _world.ShareAsync(_session);
        var withdrawal = (await _world.WithdrawAsync(_session, share)).Value;
        ((WithdrawResult)(await _world.ReceiptAsync(_session, withdrawal)).Result!).Effect.ShouldBe(WithdrawEffect.Unclear);
        _world.Platform.CountOf(FakeMosip.TakeBackShare).ShouldBe(0);
    }

    [Fact]
    public async Task One_that_was_not_done_is_told_and_can_be_tried_again()
    {
        var share = await _world.ShareAsync(_session);
        _world.Platform.Next(FakeMosip.TakeBackShare, CommonProblems.ServiceUnavailable);
        (await _world.ReceiptAsync(_session, (await _world.WithdrawAsync(_session, share)).Value)).State.ShouldBe(ActState.Failed);
        (await _world.SharesAsync(_session)).Single().MayWithdraw.ShouldBeTrue();
        var again = (await _world.WithdrawAsync(_session, share)).Value;
        (await _world.ReceiptAsync(_session, again)).State.ShouldBe(ActState.Confirmed);
    }

    [Fact]
    public async Task S_25_Another_residents_sharing_cannot_be_withdrawn()
    {
        var share = await _world.ShareAsync(_session);
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.WithdrawAsync(other, share)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<WithdrawShare>().ExecuteAsync(_session, new WithdrawShareOrder(Guid.NewGuid(), "1"))).Problem.ShouldBe(CommonProblems.NotFound);
        _world.Platform.CountOf(FakeMosip.TakeBackShare).ShouldBe(0);
    }

    [Fact]
    public async Task S_11_It_takes_a_fresh_code()
    {
        var share = await _world.ShareAsync(_session);
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await _world.WithdrawAsync(_session, share)).Problem!.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        _world.Platform.CountOf(FakeMosip.TakeBackShare).ShouldBe(0);
    }
}
