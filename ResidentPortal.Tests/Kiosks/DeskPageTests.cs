using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>A visit from the operator's side, from the first tick to "Finish".</summary>
public sealed class DeskPageTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Fact]
    public async Task A_visit_begins_with_what_the_resident_wants_in_plain_words()
    {
        var desk = await _kiosk.Operator.GetAsync(Links.Desk);
        desk.Text.ShouldContain("Help a resident");
        desk.Text.ShouldContain("Lock or unlock");
        desk.Text.ShouldContain("Which language does the resident read?");
        (await _kiosk.PressAsync(desk, "start")).Text.ShouldContain(new PortalWords("en").Problem("kiosks.noPurpose"));
        var visit = await _kiosk.StartVisitAsync(VisitPurpose.Locks, VisitPurpose.Update);
        visit.Text.ShouldContain("Give the resident this screen, or let them use another.");
        visit.Text.ShouldContain("What is asked for Lock or unlock Change details");
        visit.Text.ShouldNotContain("What you may see");
        (await _kiosk.Operator.GetAsync(Links.Desk)).Location.ShouldBe(Links.DeskVisit);
    }

    [Fact]
    public async Task Another_screen_is_opened_by_a_picture_and_a_short_address_that_no_address_line_holds()
    {
        var visit = await _kiosk.StartVisitAsync();
        var offered = await _kiosk.PressAsync(visit, "other-screen");
        offered.Status.ShouldBe(HttpStatusCode.OK, offered.Text);
        offered.Location.ShouldBeNull();
        offered.Text.ShouldContain("Scan the picture with a phone, or type this address.");
        offered.Text.ShouldContain("http://localhost/v/");
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldNotContain("/v/");
    }

    [Fact]
    public async Task A_lock_goes_from_the_desk_to_the_resident_in_one_press_and_the_desk_follows_it()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        var pressed = await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        pressed.Location.ShouldBe(Links.DeskVisit);
        var visit = await _kiosk.Operator.GetAsync(Links.DeskVisit);
        visit.Text.ShouldContain("Before the resident. Nothing was sent yet.");
        visit.Text.ShouldContain("The resident reads and decides.");
        _kiosk.Portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(0);
        await _kiosk.ConfirmActAsync();
        visit = await _kiosk.Operator.GetAsync(Links.DeskVisit);
        visit.Text.ShouldContain("The resident confirmed it.");
        _kiosk.Portal.Sandbox.State.ReadAuthTypes(Residents.Meera).Count(type => type.Locked).ShouldBe(1);
        var over = await _kiosk.PressAsync(visit, "finish");
        over.Text.ShouldContain("The visit is over");
        over.Text.ShouldContain("Nothing of the resident is left on this screen.");
        over.Text.ShouldContain("Lock or unlock");
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Location.ShouldBe(Links.Desk);
    }

    [Fact]
    public async Task S_73_The_page_for_a_code_is_not_there_at_a_desk()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        var eventId = await _kiosk.Portal.InDatabaseAsync(db => db.ServiceRequests.Select(row => row.EventId).SingleAsync());
        (await _kiosk.Operator.GetAsync(Links.ConfirmAct(eventId))).Location.ShouldBe(Links.DeskVisit);
        (await _kiosk.Operator.GetAsync(Links.RequestOf(eventId))).Location.ShouldBe(Links.DeskVisit);
    }

    [Fact]
    public async Task An_act_is_taken_back_before_the_resident_has_said_yes()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        (await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), "take-away")).Location.ShouldBe(Links.DeskVisit);
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldNotContain("Before the resident.");
        (await _kiosk.Get<ShowView>().ExecuteAsync(_kiosk.View)).Value.Step.ShouldBe(ViewStep.Waiting);
    }

    [Fact]
    public async Task More_is_asked_for_from_the_resident_who_has_to_agree_anew()
    {
        var visit = await _kiosk.AgreedAsync(VisitPurpose.Locks);
        (await _kiosk.PressAsync(visit, "add", ("Ticked", "Vids"))).Location.ShouldBe(Links.DeskVisit);
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain("Asked for more");
        (await _kiosk.Operator.GetAsync(Links.Vids)).Location.ShouldBe(Links.DeskVisit);
        await _kiosk.Portal.ForgetAttemptsAsync();
        await _kiosk.AgreeAsync();
        (await _kiosk.Operator.GetAsync(Links.Vids)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_press_gives_the_resident_more_time_and_another_takes_it_back()
    {
        var visit = await _kiosk.AgreedAsync(VisitPurpose.Locks);
        (await _kiosk.PressAsync(visit, ["slow", "true"])).Location.ShouldBe(Links.DeskVisit);
        visit = await _kiosk.Operator.GetAsync(Links.DeskVisit);
        visit.Text.ShouldContain("Use the usual times");
        (await _kiosk.Get<ShowView>().ExecuteAsync(_kiosk.View)).Value.IsSlow.ShouldBeTrue();
        await _kiosk.PressAsync(visit, ["slow", "false"]);
        (await _kiosk.Get<ShowView>().ExecuteAsync(_kiosk.View)).Value.IsSlow.ShouldBeFalse();
    }

    [Fact]
    public async Task While_the_platform_does_not_answer_the_desk_informs_and_gives_numbers_of_the_queue()
    {
        _kiosk.Portal.Sandbox.Faults.Set("masterdata.centres.near", FaultNames.Http500);
        var desk = await _kiosk.Operator.GetAsync(Links.Desk);
        desk.Text.ShouldContain("The platform does not answer");
        desk.Text.ShouldNotContain("What does the resident want to do?");
        desk.Text.ShouldContain("Which papers are needed");
        desk.Text.ShouldContain("Check a card");
        var drawn = await _kiosk.PressAsync(desk, "ticket");
        drawn.Location.ShouldBe(Links.TicketOf("A-1"));
        var ticket = await _kiosk.Operator.GetAsync(Links.TicketOf("A-1"));
        ticket.Text.ShouldContain("Your number A 1");
        (await _kiosk.Operator.GetAsync("/kiosk/ticket/hello")).Text.ShouldNotContain("hello");
        _kiosk.Portal.Sandbox.Faults.Clear();
        (await _kiosk.Operator.GetAsync(Links.Desk)).Text.ShouldContain("What does the resident want to do?");
    }

    [Fact]
    public async Task S_74_An_act_of_the_desk_that_needs_no_code_elsewhere_is_not_sent_from_there_either()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Vids);
        var made = await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Vids), ["make", "Temporary"]);
        made.Location.ShouldBe(Links.DeskVisit);
        (await _kiosk.Portal.InDatabaseAsync(db => db.ServiceRequests.Select(row => row.State).SingleAsync())).ShouldBe(ActState.Draft);
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain("Before the resident.");
    }
}
