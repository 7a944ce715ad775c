using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class ConsentTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_73_The_code_comes_with_a_message_that_names_operator_centre_and_purposes()
    {
        await _world.BeforeResidentAsync(ViewPlace.OtherScreen, VisitPurpose.Locks, VisitPurpose.Vids);
        _ = (await _world.AskForConsentCodeAsync()).Value;
        _world.Platform.SmsTo(_world.Uin).ShouldContain(text => text.StartsWith(
            "Operator K0001 at Kenitra Centre asks for your yes. It is about: locks, stand-in numbers (VID). Enter the code only on your own screen. Was this not you? Open https://resident.example.org/not-me/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_person_is_told_once_of_one_asking_however_many_codes_they_want()
    {
        await _world.BeforeResidentAsync();
        _ = (await _world.AskForConsentCodeAsync()).Value;
        _world.Core.Clock.Advance(TimeSpan.FromSeconds(30));
        _ = (await _world.Get<AskForConsentCode>().ExecuteAsync(_world.View, ResidentSteps.Number(_world.Uin), OtpChannel.Email, _world.Device.Visitor)).Value;
        await _world.SendAsync();
        _world.Platform.SmsTo(_world.Uin).Count(text => text.StartsWith("Operator K0001", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task S_01_Whether_a_number_exists_shows_neither_when_a_code_is_asked_for_nor_when_one_is_entered()
    {
        await _world.BeforeResidentAsync();
        var known = (await _world.AskForConsentCodeAsync()).Value;
        var wrong = (await _world.EnterConsentCodeAsync(_world.Core.WrongCode())).Problem;
        await _world.Get<StopVisit>().ExecuteAsync(_world.View);
        await _world.BeforeResidentAsync();
        var unknown = (await _world.AskForConsentCodeAsync(_world.Platform.UnknownUin)).Value;
        unknown.ShouldBe(known);
        (await _world.EnterConsentCodeAsync("123456")).Problem.ShouldBe(wrong);
        wrong.ShouldBe(OtpProblems.Wrong);
    }

    [Fact]
    public async Task Attack_Consent_posted_with_a_duty_instead_of_a_view_is_refused_and_leaves_its_row()
    {
        await _world.BeforeResidentAsync();
        foreach (var token in (string[])[_world.DutyToken, $"{_world.DutyId}", $"{_world.DutyId:N}"])
        {
            (await _world.Get<AnswerConsent>().ExecuteAsync(token, agrees: true, read: null)).Problem.ShouldBe(KioskProblems.NoVisit);
            (await _world.Get<AskForConsentCode>().ExecuteAsync(token, ResidentSteps.Number(_world.Uin), OtpChannel.Phone, _world.Device.Visitor)).Problem.ShouldBe(KioskProblems.NoVisit);
            (await _world.Get<EnterConsentCode>().ExecuteAsync(token, "123456", _world.Device.Visitor)).Problem.ShouldBe(KioskProblems.NoVisit);
            (await _world.Get<ConfirmAct>().ExecuteAsync(token, "123456", _world.Device.Visitor)).Problem.ShouldBe(KioskProblems.NoVisit);
        }

        (await _world.ChainAsync()).Count(row => row is "Refused Failure kiosks.noVisit").ShouldBe(12);
        (await _world.DeskAsync()).Step.ShouldBe(ViewStep.Consent);
        await _world.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Attack_The_operators_own_number_ends_the_visit_and_leaves_its_row()
    {
        await using var world = await KioskWorld.StartAsync(DeviceSteps.Operator());
        var own = world.Get<LookupKeys>().Person(ResidentSteps.Number(world.Uin));
        await world.BeginDutyAsync(DeviceSteps.Operator() with { PersonKey = own });
        await world.BeforeResidentAsync();

        // By whichever of the own numbers.
        _ = (await world.AskForConsentCodeAsync(world.Platform.VidOf(world.Uin))).Value;
        (await world.EnterConsentCodeAsync(world.Platform.LatestCode())).Problem.ShouldBe(KioskProblems.OwnNumber);
        (await world.Get<ShowDeskVisit>().ExecuteAsync(world.DutyId, withFields: false)).Problem.ShouldBe(KioskProblems.NoVisit);
        (await world.ChainAsync()).TakeLast(2).ShouldBe(["Refused Failure kiosks.ownNumber", "VisitEnded OwnNumber"]);
        await using var db = world.OpenDatabase();
        (await db.Sessions.AnyAsync(row => row.VisitId != null, TestContext.Current.CancellationToken)).ShouldBeFalse();
        await world.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task S_74_A_new_purpose_wants_a_new_code_of_the_same_person()
    {
        await _world.AgreedAsync();
        _ = (await _world.Get<AddPurposes>().ExecuteAsync(_world.DutyId, new HashSet<VisitPurpose> { VisitPurpose.Locks, VisitPurpose.Vids })).Value;
        var view = await _world.ViewAsync();
        (view.Step, view.Purposes.Single(), view.NewPurposes.Single()).ShouldBe((ViewStep.Consent, VisitPurpose.Locks, VisitPurpose.Vids));
        var desk = await _world.DeskAsync();
        (await _world.Get<Core.VirtualIds.ShowVids>().ExecuteAsync(desk.DeskId!.Value)).Problem.ShouldBe(SessionProblems.OutsidePurpose);

        _ = (await _world.AskForConsentCodeAsync(_world.Platform.UinWithPhoneOnly)).Value;
        (await _world.EnterConsentCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(KioskProblems.OtherPerson);
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Number);
        (await _world.ChainAsync())[^1].ShouldBe("Refused Failure kiosks.otherPerson");

        _world.Core.Clock.Advance(TimeSpan.FromSeconds(30));
        _ = (await _world.Get<AskForConsentCode>().ExecuteAsync(_world.View, ResidentSteps.Number(_world.Uin), OtpChannel.Phone, _world.Device.Visitor)).Value;
        await _world.SendAsync();
        _ = (await _world.EnterConsentCodeAsync(_world.Platform.LatestCode())).Value;
        (await _world.DeskAsync()).Purposes.ShouldBe([VisitPurpose.Locks, VisitPurpose.Vids], ignoreOrder: true);
        (await _world.Get<Core.VirtualIds.ShowVids>().ExecuteAsync(desk.DeskId!.Value)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_74_A_code_for_less_counts_no_more_when_more_is_asked_for()
    {
        await _world.BeforeResidentAsync();
        _ = (await _world.AskForConsentCodeAsync()).Value;
        _ = (await _world.Get<AddPurposes>().ExecuteAsync(_world.DutyId, new HashSet<VisitPurpose> { VisitPurpose.Update })).Value;
        (await _world.EnterConsentCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Consent);
        (await _world.Get<AddPurposes>().ExecuteAsync(_world.DutyId, new HashSet<VisitPurpose> { VisitPurpose.Update })).Problem.ShouldBe(KioskProblems.NoPurpose);
    }

    [Fact]
    public async Task S_08_Wrong_codes_of_residents_before_do_not_make_the_desk_pause_for_the_next()
    {
        foreach (var number in (string[])["4952408651", "3741891571", "4195891024"])
        {
            await _world.BeforeResidentAsync();
            _ = (await _world.AskForConsentCodeAsync(number)).Value;
            for (var i = 0; i < 4; i++)
            {
                (await _world.EnterConsentCodeAsync(_world.Core.WrongCode())).Problem.ShouldNotBeNull();
            }

            (await _world.Get<StopVisit>().ExecuteAsync(_world.View)).IsSuccess.ShouldBeTrue();
        }

        (await _world.AgreedAsync()).State.ShouldBe(VisitState.Agreed);
    }

    [Fact]
    public async Task S_05_After_four_wrong_codes_only_a_new_one_helps_and_each_leaves_its_row()
    {
        await _world.BeforeResidentAsync();
        _ = (await _world.AskForConsentCodeAsync()).Value;
        var wrong = _world.Core.WrongCode();
        for (var i = 0; i < 3; i++)
        {
            (await _world.EnterConsentCodeAsync(wrong)).Problem!.Key.ShouldBe("otp.wrong");
        }

        (await _world.EnterConsentCodeAsync(wrong)).Problem.ShouldBe(OtpProblems.NewCodeNeeded);
        (await _world.EnterConsentCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.NewCodeNeeded);
        (await _world.EnterConsentCodeAsync("x")).Problem.ShouldBe(OtpProblems.NotACode);
        (await _world.ChainAsync()).Count(row => row.StartsWith("Refused Failure otp.", StringComparison.Ordinal)).ShouldBe(5);
        _world.Platform.CountOf(FakeMosip.VerifyCode).ShouldBe(4);

        // Three that were called wrong. After that it is the code that is over, whatever is typed.
        (await _world.RowAsync()).FailedConsents.ShouldBe(3);
    }

    [Fact]
    public async Task A_code_is_over_after_its_time()
    {
        await _world.BeforeResidentAsync();
        _ = (await _world.AskForConsentCodeAsync()).Value;
        await _world.WaitAsync(TimeSpan.FromMinutes(3));
        (await _world.EnterConsentCodeAsync(_world.Platform.LatestCode())).Problem.ShouldBe(OtpProblems.Expired);
    }

    [Fact]
    public async Task S_06_Codes_of_visits_are_counted_apart_thirty_seconds_between_two_of_one_asking_and_ten_in_a_day()
    {
        await _world.Core.SignInAsync();
        await _world.BeforeResidentAsync();

        // The sign-in at home a moment ago is not counted here.
        _ = (await _world.AskForConsentCodeAsync()).Value;
        (await AskAgainAsync()).Problem!.Key.ShouldBe("otp.tooSoon");
        for (var sent = 1; sent < 10; sent++)
        {
            await _world.WaitAsync(TimeSpan.FromSeconds(60));
            (await AskAgainAsync()).Problem.ShouldBeNull();
        }

        await _world.WaitAsync(TimeSpan.FromMinutes(2));
        (await AskAgainAsync()).Problem!.Key.ShouldBe("otp.tooSoon");
    }

    [Fact]
    public async Task The_code_that_is_waited_for_can_be_looked_at()
    {
        await _world.BeforeResidentAsync();
        (await _world.Get<ShowViewCode>().ExecuteAsync(_world.View)).Problem.ShouldBe(OtpProblems.NoneActive);
        var asked = (await _world.AskForConsentCodeAsync()).Value;
        (await _world.Get<ShowViewCode>().ExecuteAsync(_world.View)).Value.ShouldBe(asked);
    }

    private Task<Outcome<CodeAsked>> AskAgainAsync() => _world.Get<AskForConsentCode>().ExecuteAsync(_world.View, ResidentSteps.Number(_world.Uin), OtpChannel.Phone, _world.Device.Visitor);
}
