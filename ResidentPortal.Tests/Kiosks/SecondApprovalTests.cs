using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class SecondApprovalTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_77_A_new_phone_without_the_old_one_waits_for_a_second_person()
    {
        var eventId = await PrepareNewPhoneAsync(OtpChannel.Email);
        (await _world.DeskAsync()).Act!.Desk.ShouldBe(DeskActState.WaitsForApproval);
        var view = await _world.ViewAsync();
        (view.Step, view.WaitsForApproval).ShouldBe((ViewStep.ReadBack, true));
        _ = (await _world.Get<AnswerAct>().ExecuteAsync(_world.View, eventId, isRight: true)).Value;
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Waiting);
        (await _world.Get<AskForActCode>().ExecuteAsync(_world.View, channel: null, _world.Device.Visitor)).Problem.ShouldBe(KioskProblems.ApprovalNeeded);
        (await _world.ConfirmAsync("123456")).Problem.ShouldBe(KioskProblems.ApprovalNeeded);

        // Nobody approves their own work, whoever the visit is told to be.
        (await _world.Get<ApproveAct>().ExecuteAsync(_world.DutyId, _world.VisitId, yes: true)).Problem.ShouldBe(KioskProblems.SecondPersonNeeded);
        (await _world.Get<ListApprovals>().ExecuteAsync(_world.DutyId)).Value.ShouldBeEmpty();

        var supervisor = (await _world.Core.BeginSupervisorAsync()).DutyId;
        var waiting = (await _world.Get<ListApprovals>().ExecuteAsync(supervisor)).Value.ShouldHaveSingleItem();
        (waiting.VisitId, waiting.Kind, waiting.CentreCode, waiting.OperatorNumber).ShouldBe((_world.VisitId, ActKind.UpdateIdentity, "10001", "K0001"));
        _ = (await _world.Get<ApproveAct>().ExecuteAsync(supervisor, _world.VisitId, yes: true)).Value;
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.ActCode);
        _ = (await _world.AskForActCodeAsync(eventId)).Value;
        (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value.ShouldBe(eventId);
        (await _world.ChainAsync()).ShouldContain("SecondApproval S0001");
        (await _world.Get<ListApprovals>().ExecuteAsync(supervisor)).Value.ShouldBeEmpty();
        await _world.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task S_77_Not_approved_it_cannot_be_confirmed()
    {
        var eventId = await PrepareNewPhoneAsync(OtpChannel.Email);
        var supervisor = (await _world.Core.BeginSupervisorAsync()).DutyId;
        _ = (await _world.Get<ApproveAct>().ExecuteAsync(supervisor, _world.VisitId, yes: false)).Value;
        (await _world.DeskAsync()).Act!.Desk.ShouldBe(DeskActState.NotApproved);
        (await _world.Get<AnswerAct>().ExecuteAsync(_world.View, eventId, isRight: true)).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.Get<ApproveAct>().ExecuteAsync(supervisor, _world.VisitId, yes: true)).Problem.ShouldBe(KioskProblems.NoVisit);
        (await _world.ChainAsync())[^1].ShouldBe("SecondApproval Failure S0001");
    }

    [Fact]
    public async Task With_the_old_phone_at_hand_nobody_else_is_asked()
    {
        var eventId = await PrepareNewPhoneAsync(OtpChannel.Phone);
        (await _world.DeskAsync()).Act!.Desk.ShouldBe(DeskActState.BeforeResident);
        _ = (await _world.AskForActCodeAsync(eventId)).Value;
        (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value.ShouldBe(eventId);
    }

    [Fact]
    public async Task Where_it_cannot_be_found_out_what_changes_nothing_is_put_before_the_resident()
    {
        await _world.AgreedAsync(ViewPlace.OtherScreen, VisitPurpose.Update);
        var eventId = await WriteDownNewPhoneAsync();
        _world.Platform.Next(FakeMosip.FindUpdateForm, Core.Outcomes.CommonProblems.ServiceUnavailable);
        (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, eventId)).Problem.ShouldBe(Core.Outcomes.CommonProblems.ServiceUnavailable);
        (await _world.DeskAsync()).Act.ShouldBeNull();
    }

    [Fact]
    public async Task The_code_that_reached_the_new_contact_is_entered_in_the_residents_view_alone()
    {
        var desk = (await AgreeAsync(OtpChannel.Phone)).DeskId!.Value;
        await _world.Core.ChooseAsync(desk, "phone");
        await _world.Core.AnswerAsync(desk, "phone", "98765 11111");
        (await _world.Core.ProveAsync(desk, "phone")).Problem.ShouldBe(SessionProblems.OutsidePurpose);
    }

    private async Task<string> PrepareNewPhoneAsync(OtpChannel channel)
    {
        await AgreeAsync(channel);
        var eventId = await WriteDownNewPhoneAsync();
        _ = (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, eventId)).Value;
        return eventId;
    }

    private async Task<DeskVisit> AgreeAsync(OtpChannel channel)
    {
        await _world.BeforeResidentAsync(ViewPlace.OtherScreen, VisitPurpose.Update);
        return await _world.AgreeAsync(channel);
    }

    private async Task<string> WriteDownNewPhoneAsync()
    {
        var (desk, session) = ((await _world.DeskAsync()).DeskId!.Value, (await _world.ViewAsync()).SessionId!.Value);
        await _world.Core.ChooseAsync(desk, "phone");
        await _world.Core.AnswerAsync(desk, "phone", "98765 11111");
        _ = (await _world.Core.ProveAsync(session, "phone")).Value;
        return (string)(await _world.Core.SendUpdateAsync(desk)).Problem!.Facts["eventId"];
    }
}
