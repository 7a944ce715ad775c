using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class VisitActTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await KioskWorld.StartAsync();
        await _world.AgreedAsync(ViewPlace.OtherScreen, VisitPurpose.Locks, VisitPurpose.Vids);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Attack_The_desk_never_sends_an_act_whatever_it_tries()
    {
        var desk = (await _world.DeskAsync()).DeskId!.Value;
        var order = ResidentSteps.Lock(AuthType.Iris);
        var eventId = (string)(await _world.Core.ChangeLocksAsync(desk, order)).Problem!.Facts["eventId"];
        (await _world.Core.ChangeLocksAsync(desk, order)).Problem!.Key.ShouldBe("common.freshCodeNeeded");
        (await _world.Get<ContinueAct>().ExecuteAsync(desk, eventId)).Problem!.Key.ShouldBe("common.freshCodeNeeded");
        (await _world.Get<AskForFreshCode>().ExecuteAsync(desk, OtpChannel.Phone, _world.Device.Visitor)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        (await _world.Get<EnterFreshCode>().ExecuteAsync(desk, "123456", _world.Device.Visitor)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
        (await _world.ChainAsync()).Count(row => row is "Refused Failure sessions.outsidePurpose").ShouldBe(2);
    }

    [Fact]
    public async Task Attack_Even_while_an_act_is_confirmed_the_desk_sends_nothing_by_its_own_id()
    {
        var eventId = await _world.PrepareLockAsync();
        await using (var db = _world.OpenDatabase())
        {
            var now = _world.Core.Clock.GetUtcNow();
            await db.Sessions.Where(row => row.VisitId == _world.VisitId).ExecuteUpdateAsync(update => update.SetProperty(row => row.ConfirmedEventId, eventId).SetProperty(row => row.CodeEnteredAt, now), TestContext.Current.CancellationToken);
        }

        var desk = (await _world.DeskAsync()).DeskId!.Value;
        (await _world.Get<ContinueAct>().ExecuteAsync(desk, eventId)).Problem!.Key.ShouldBe("common.freshCodeNeeded");

        // What a killed process left confirmed is not sent two minutes later, from either side.
        await _world.WaitAsync(TimeSpan.FromMinutes(2));
        (await _world.Get<ContinueAct>().ExecuteAsync((await _world.ViewAsync()).SessionId!.Value, eventId)).Problem!.Key.ShouldBe("common.freshCodeNeeded");
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
    }

    [Fact]
    public async Task Attack_The_code_for_one_act_does_not_send_another()
    {
        var first = await _world.PrepareLockAsync();
        _ = (await _world.AskForActCodeAsync(first)).Value;
        var code = _world.Platform.LatestCode();

        // The operator puts another act there before the code is entered.
        var second = await _world.PrepareLockAsync();
        (await _world.ConfirmAsync(code)).Problem.ShouldBe(KioskProblems.OtherStep);
        _ = (await _world.Get<AnswerAct>().ExecuteAsync(_world.View, second, isRight: true)).Value;
        (await _world.ConfirmAsync(code)).Problem.ShouldBe(OtpProblems.NoneActive);
        (await _world.ChainAsync())[^1].ShouldBe("ActConfirmed Failure otp.noneActive");
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
        await _world.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Each_act_wants_a_code_of_its_own_and_the_code_of_the_consent_is_none()
    {
        await _world.LockFingerprintAsync();
        var again = (await _world.Core.ChangeLocksAsync((await _world.ViewAsync()).SessionId!.Value, ResidentSteps.Unlock(AuthType.Fingerprint))).Problem!;
        again.Key.ShouldBe("common.freshCodeNeeded");
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
    }

    [Fact]
    public async Task Of_five_presses_at_once_one_code_sends_the_act_once()
    {
        var eventId = await _world.PrepareLockAsync();
        _ = (await _world.AskForActCodeAsync(eventId)).Value;
        var code = _world.Platform.LatestCode();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => _world.ConfirmAsync(code))));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
        (await _world.RowAsync()).Acts.ShouldBe(1);
    }

    [Fact]
    public async Task Said_no_it_is_not_sent_and_the_desk_may_put_another_there()
    {
        var eventId = await _world.PrepareLockAsync();
        _ = (await _world.Get<AnswerAct>().ExecuteAsync(_world.View, eventId, isRight: false)).Value;
        (await _world.DeskAsync()).Act!.Desk.ShouldBe(DeskActState.SaidNo);
        (await _world.Get<AskForActCode>().ExecuteAsync(_world.View, channel: null, _world.Device.Visitor)).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.ChainAsync())[^1].ShouldBe("ActRefused Failure not right");
        await _world.LockFingerprintAsync();
        (await _world.RowAsync()).Acts.ShouldBe(1);
    }

    [Fact]
    public async Task Taken_away_it_stands_before_nobody()
    {
        var eventId = await _world.PrepareLockAsync();
        _ = (await _world.Get<TakeAwayAct>().ExecuteAsync(_world.DutyId)).Value;
        (await _world.DeskAsync()).Act.ShouldBeNull();
        (await _world.Get<AnswerAct>().ExecuteAsync(_world.View, eventId, isRight: true)).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.ChainAsync())[^1].ShouldBe("ActRefused Failure taken away");
    }

    [Fact]
    public async Task What_the_platform_does_not_take_is_told_with_its_true_state()
    {
        var eventId = await _world.PrepareLockAsync();
        _ = (await _world.AskForActCodeAsync(eventId)).Value;
        _world.Platform.Next(FakeMosip.ChangeLocks, CommonProblems.ServiceUnavailable);
        (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value.ShouldBe(eventId);
        (await _world.ViewAsync()).Act!.State.ShouldBe(ActState.Failed);
        (await _world.DeskAsync()).Act.ShouldBe(new DeskAct(eventId, ActKind.ChangeAuthLocks, ActState.Failed, DeskActState.Confirmed));
    }

    [Fact]
    public async Task An_act_that_was_sent_or_is_another_persons_is_not_put_before_anybody()
    {
        var sent = await _world.LockFingerprintAsync();
        (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, sent)).Problem!.Key.ShouldBe(HistoryProblems.ActInFlight.Key);
        (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, "1234567890123456")).Problem.ShouldBe(CommonProblems.NotFound);
        var other = (await _world.Core.SignInAsync(_world.Platform.UinWithPhoneOnly)).SessionId;
        await _world.WaitAsync(TimeSpan.FromMinutes(6));
        var theirs = (string)(await _world.Core.ChangeLocksAsync(other, ResidentSteps.Lock(AuthType.Face))).Problem!.Facts["eventId"];
        (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, theirs)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task S_74_An_act_outside_the_purposes_is_not_put_before_the_resident_and_leaves_its_row()
    {
        var own = (await _world.Core.SignInAsync()).SessionId;
        await _world.WaitAsync(TimeSpan.FromMinutes(6));
        var order = (string)(await _world.Core.OrderCardAsync(own)).Problem!.Facts["eventId"];
        (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, order)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        (await _world.ChainAsync())[^1].ShouldBe("Refused Failure sessions.outsidePurpose");
    }
}
