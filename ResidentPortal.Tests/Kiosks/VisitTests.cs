using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class VisitTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_visit_goes_from_the_purposes_to_the_end_and_each_step_leaves_its_row()
    {
        await _world.VisitAsync(VisitPurpose.Locks);
        (await _world.DeskAsync()).State.ShouldBe(VisitState.Started);
        await _world.OfferAsync();
        var view = await _world.ViewAsync();
        (view.Step, view.OperatorNumber, view.OperatorName, view.CentreCode, view.CentreName).ShouldBe((ViewStep.Consent, "K0001", "Asha Operator", "10001", "Kenitra Centre"));
        view.Fields.ShouldBe([VisitFieldKind.Name, VisitFieldKind.MaskedUin, VisitFieldKind.LockStates]);
        (await _world.AgreeAsync()).State.ShouldBe(VisitState.Agreed);
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Waiting);
        (await _world.DeskAsync(withFields: true)).Fields.Count.ShouldBe(3);

        var eventId = await _world.PrepareLockAsync();
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.ReadBack);
        (await _world.ViewAsync()).Act!.Kind.ShouldBe(ActKind.ChangeAuthLocks);
        _ = (await _world.AskForActCodeAsync(eventId)).Value;
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.ActCode);
        (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value.ShouldBe(eventId);
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Outcome);
        (await _world.DeskAsync()).Act.ShouldBe(new DeskAct(eventId, ActKind.ChangeAuthLocks, ActState.Confirmed, DeskActState.Confirmed));

        var summary = (await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId)).Value;
        summary.Acts.ShouldBe([new VisitAct(eventId, ActKind.ChangeAuthLocks, ActState.Confirmed)]);
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Ended);
        (await _world.ChainAsync()).ShouldBe(
        [
            "VisitStarted 10001 K0001", "ConsentAsked Locks", "HandedOver OtherScreen", "CodeAsked VisitConsent", "ConsentGiven Locks", "FieldsShown Name MaskedUin LockStates",
            "ActPrepared ChangeAuthLocks", "CodeAsked VisitAct", "ActConfirmed ChangeAuthLocks", "VisitEnded Finished",
        ]);
    }
}
