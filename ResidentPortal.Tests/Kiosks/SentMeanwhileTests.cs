using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>What is on its way to the platform while the visit goes on, or ends: it is told as what it is, and never as nothing.</summary>
public sealed class SentMeanwhileTests : IAsyncLifetime
{
    private KioskWorld _world = null!;
    private string _eventId = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await KioskWorld.StartAsync();
        await _world.AgreedAsync();
        _eventId = await _world.PrepareLockAsync();
        _ = (await _world.AskForActCodeAsync(_eventId)).Value;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task R_22_A_visit_that_ends_while_an_act_is_sent_names_it_to_both_and_in_its_record()
    {
        VisitSummary? summary = null;
        _world.Platform.AfterChange = () => summary = _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId).GetAwaiter().GetResult().Value;
        (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value.ShouldBe(_eventId);
        summary.ShouldNotBeNull().Acts.ShouldBe([new VisitAct(_eventId, ActKind.ChangeAuthLocks, ActState.Asked)]);
        (await _world.ChainAsync()).TakeLast(2).ShouldBe(["VisitEnded Finished", "ActConfirmed ChangeAuthLocks"]);
        (await _world.ViewAsync()).Summary!.Acts.ShouldBe([new VisitAct(_eventId, ActKind.ChangeAuthLocks, ActState.Confirmed)]);
        (await _world.RowAsync()).Acts.ShouldBe(1);
        await _world.SendAsync();
        _world.Platform.SmsTo(_world.Uin).ShouldContain(text => text.Contains("You confirmed: Lock or unlock. Papers printed: 0.", StringComparison.Ordinal));
        var own = (await _world.Core.SignInAsync()).SessionId;
        (await _world.Get<ShowOwnVisit>().ExecuteAsync(own, _world.VisitId, Language.English)).Value.Acts.ShouldHaveSingleItem().EventId.ShouldBe(_eventId);
        await _world.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task R_22_Another_act_that_the_desk_prepares_meanwhile_is_not_taken_for_confirmed()
    {
        string? second = null;
        _world.Platform.AfterChange = () =>
        {
            _world.Platform.AfterChange = null;
            second = PrepareVidAsync().GetAwaiter().GetResult();
        };
        (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value.ShouldBe(_eventId);
        second.ShouldNotBeNull();
        var act = (await _world.DeskAsync()).Act.ShouldNotBeNull();
        (act.EventId, act.Desk, act.State).ShouldBe((second, DeskActState.BeforeResident, ActState.Draft));
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.ReadBack);
        (await _world.ChainAsync()).TakeLast(2).ShouldBe(["ActPrepared ChangeAuthLocks", "ActConfirmed ChangeAuthLocks"]);
    }

    [Fact]
    public async Task R_21_The_same_press_at_the_desk_again_keeps_what_the_resident_has_said()
    {
        _ = (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, _eventId)).Value;
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.ActCode);
        (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value.ShouldBe(_eventId);
        (await _world.ChainAsync()).Count(row => row is "ActPrepared ChangeAuthLocks").ShouldBe(1);
    }

    // Another lock would be refused while the first is on its way: it is written down at the ledger as the desk's next form would.
    private async Task<string> PrepareVidAsync()
    {
        var desk = (await _world.DeskAsync()).DeskId!.Value;
        var waits = await _world.Core.ChangeLocksAsync(desk, ResidentSteps.Lock(AuthType.Iris));
        var eventId = (string)waits.Problem!.Facts["eventId"];
        _ = (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, eventId)).Value;
        return eventId;
    }
}
