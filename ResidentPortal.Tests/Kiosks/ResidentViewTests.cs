using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class ResidentViewTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_73_While_the_screen_is_with_the_resident_the_desk_does_nothing()
    {
        await _world.BeforeResidentAsync(ViewPlace.SameScreen);
        (await _world.Get<AddPurposes>().ExecuteAsync(_world.DutyId, new HashSet<VisitPurpose> { VisitPurpose.Vids })).Problem.ShouldBe(KioskProblems.HandedOver);
        (await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId)).Problem.ShouldBe(KioskProblems.HandedOver);
        (await _world.Get<OfferView>().ExecuteAsync(_world.DutyId, ViewPlace.SameScreen)).Problem.ShouldBe(KioskProblems.HandedOver);
        (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, "1234567890123456")).Problem.ShouldBe(KioskProblems.HandedOver);
        (await _world.ChainAsync()).Count(row => row is "Refused Failure kiosks.handedOver").ShouldBe(4);
        var desk = await _world.DeskAsync();
        (desk.IsViewOpened, desk.View, desk.Step).ShouldBe((true, ViewPlace.SameScreen, ViewStep.Consent));
    }

    [Fact]
    public async Task The_view_on_the_operators_screen_dies_when_the_operator_takes_it_back_and_the_step_stays()
    {
        await _world.BeforeResidentAsync(ViewPlace.SameScreen);
        var before = _world.View;
        _ = (await _world.Get<AnswerConsent>().ExecuteAsync(before, agrees: true, read: null)).Value;
        await _world.TakeBackAsync();
        (await _world.Get<ShowView>().ExecuteAsync(before)).Problem.ShouldBe(KioskProblems.NoVisit);
        await _world.OfferAsync(ViewPlace.SameScreen);
        (await _world.Get<ShowView>().ExecuteAsync(before)).Problem.ShouldBe(KioskProblems.NoVisit);
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Number);
        (await _world.ChainAsync()).ShouldContain("TakenBack K0001");
    }

    [Fact]
    public async Task A_link_opens_one_view_once_and_the_older_view_dies_with_the_next()
    {
        await _world.VisitAsync();
        var offer = (await _world.Get<OfferView>().ExecuteAsync(_world.DutyId, ViewPlace.OtherScreen)).Value;
        offer.LinkCode!.Length.ShouldBe(8);
        var view = (await _world.Get<OpenView>().ExecuteAsync(offer.LinkCode.ToLowerInvariant())).Value.Token;
        (await _world.Get<OpenView>().ExecuteAsync(offer.LinkCode)).Problem.ShouldBe(KioskProblems.LinkOver);
        (await _world.DeskAsync()).IsViewOpened.ShouldBeTrue();
        await _world.OfferAsync();
        (await _world.Get<ShowView>().ExecuteAsync(view)).Problem.ShouldBe(KioskProblems.NoVisit);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ABCDEFGH")]
    [InlineData("ABCDEFGHJKLMN")]
    public async Task Other_letters_open_nothing(string? letters)
    {
        await _world.BeforeResidentAsync();
        (await _world.Get<OpenView>().ExecuteAsync(letters)).Problem.ShouldBe(KioskProblems.LinkOver);
    }

    [Fact]
    public async Task A_link_is_over_after_five_minutes()
    {
        await _world.VisitAsync();
        var offer = (await _world.Get<OfferView>().ExecuteAsync(_world.DutyId, ViewPlace.OtherScreen)).Value;
        _world.Core.Clock.Advance(TimeSpan.FromMinutes(5));
        (await _world.Get<OpenView>().ExecuteAsync(offer.LinkCode)).Problem.ShouldBe(KioskProblems.LinkOver);
    }

    [Fact]
    public async Task The_language_changes_and_the_step_stays()
    {
        await _world.BeforeResidentAsync();
        var version = (await _world.ViewAsync()).Version;
        await _world.Get<ChangeViewLanguage>().ExecuteAsync(_world.View, Language.Arabic);
        var view = await _world.ViewAsync();
        (view.Language, view.Step).ShouldBe((Language.Arabic, ViewStep.Consent));
        view.Version.ShouldBeGreaterThan(version);
    }

    [Fact]
    public async Task Either_side_makes_the_times_longer_in_one_press()
    {
        await _world.BeforeResidentAsync();
        await _world.Get<SetSlow>().ExecuteAsync(_world.View, isSlow: true);
        (await _world.DeskAsync()).IsSlow.ShouldBeTrue();
        await _world.Get<SetSlowAtDesk>().ExecuteAsync(_world.DutyId, isSlow: false);
        (await _world.ViewAsync()).IsSlow.ShouldBeFalse();
    }

    [Fact]
    public async Task A_visit_for_nobody_in_particular_opens_with_I_agree_alone()
    {
        await _world.BeforeResidentAsync(ViewPlace.OtherScreen, VisitPurpose.Track, VisitPurpose.LostNumber);
        _ = (await _world.Get<AnswerConsent>().ExecuteAsync(_world.View, agrees: true, read: null)).Value;
        var desk = await _world.DeskAsync(withFields: true);
        (desk.State, desk.DeskId, desk.Fields.Count).ShouldBe((VisitState.Agreed, null, 0));
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Waiting);
    }

    [Fact]
    public async Task No_stop_ends_the_visit_and_its_view_says_so_for_two_minutes()
    {
        await _world.BeforeResidentAsync();
        (await _world.Get<AnswerConsent>().ExecuteAsync(_world.View, agrees: false, read: null)).Value.ShouldBe(default(Done));
        var view = await _world.ViewAsync();
        (view.Step, view.Summary!.End, view.SessionId).ShouldBe((ViewStep.Ended, VisitEnd.Stopped, null));
        (await _world.Get<ShowDeskVisit>().ExecuteAsync(_world.DutyId, withFields: false)).Problem.ShouldBe(KioskProblems.NoVisit);
        (await _world.ChainAsync()).TakeLast(2).ShouldBe(["ConsentRefused Locks", "VisitEnded Stopped"]);
        (await _world.Get<TouchVisit>().ExecuteAsync(_world.View)).Problem.ShouldBe(SessionProblems.VisitOver);
        _world.Core.Clock.Advance(TimeSpan.FromMinutes(2));
        (await _world.Get<ShowView>().ExecuteAsync(_world.View)).Problem.ShouldBe(KioskProblems.NoVisit);
    }

    [Fact]
    public async Task The_resident_stops_at_any_step_and_learns_what_was_done()
    {
        await _world.AgreedAsync();
        var eventId = await _world.LockFingerprintAsync();
        var summary = (await _world.Get<StopVisit>().ExecuteAsync(_world.View)).Value;
        summary.Acts.Single().EventId.ShouldBe(eventId);
        (await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId)).Value.End.ShouldBe(VisitEnd.Stopped);
    }

    [Fact]
    public async Task What_the_visit_does_not_wait_for_is_told_so()
    {
        await _world.BeforeResidentAsync();
        (await _world.EnterConsentCodeAsync("123456")).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.ConfirmAsync("123456")).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.Get<AnswerAct>().ExecuteAsync(_world.View, "1234567890123456", isRight: true)).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.Get<NotePaperTaken>().ExecuteAsync(_world.View)).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, "1234567890123456")).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.Get<NotePrinted>().ExecuteAsync(_world.DutyId)).Problem.ShouldBe(KioskProblems.OtherStep);
    }
}
