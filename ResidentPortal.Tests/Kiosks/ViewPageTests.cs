using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>A visit from the resident's side, on their own phone and without a script: every step is a page with plain forms.</summary>
public sealed class ViewPageTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;
    private PortalClient _resident = default!;

    public async ValueTask InitializeAsync()
    {
        _kiosk = await KioskHost.StartAsync();
        _resident = new PortalClient(_kiosk.Portal);
    }

    public async ValueTask DisposeAsync()
    {
        _resident.Dispose();
        await _kiosk.DisposeAsync();
    }

    [Fact]
    public async Task A_whole_visit_goes_by_plain_forms_and_no_address_holds_anything()
    {
        var consent = await OpenAsync(VisitPurpose.Locks);
        consent.Text.ShouldContain("May we help you with this?");
        consent.Text.ShouldContain("asks you.");
        consent.Text.ShouldContain("Lock or unlock Ways to prove who someone is, such as a fingerprint.");
        consent.Text.ShouldContain("The last 4 numbers of your ID number");
        consent.Text.ShouldContain("They never see your whole number, your codes, your history or your passwords.");
        consent.Text.ShouldContain("I agree");
        consent.Text.ShouldContain("No, stop");

        var number = await DoAsync(consent, "Agree");
        number.Text.ShouldContain("Only you type here. The person at the desk does not see the number.");
        var code = await DoAsync(number, "Number", ("Number", Residents.Meera), ("Channel", "phone"));
        code.Text.ShouldContain("If this number is registered");
        code.Body.ShouldNotContain(Residents.Meera);
        var waiting = await DoAsync(code, "ConsentCode", ("Code", await _kiosk.Portal.ReadCodeAsync(Residents.MeerasPhone)));
        waiting.Text.ShouldContain("Nothing is sent without you.");
        waiting.Body.ShouldContain("http-equiv=\"refresh\"");

        (await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint")).Location.ShouldBe(Links.DeskVisit);
        var read = await _resident.GetAsync(Links.Visit);
        read.Text.ShouldContain("Is this right?");
        read.Text.ShouldContain("Lock fingerprint");
        read.Text.ShouldContain("Now: Unlocked");
        var ask = await DoAsync(read, "Right");
        ask.Text.ShouldContain("It works for this only.");
        ask.Text.ShouldNotContain("Lock fingerprint is locked");
        var act = await DoAsync(ask, "Send", ("Channel", "phone"));
        _kiosk.Portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(0);
        var outcome = await DoAsync(act, "ActCode", ("Code", await _kiosk.Portal.ReadCodeAsync(Residents.MeerasPhone)));
        outcome.Text.ShouldContain("What happened");
        outcome.Text.ShouldContain("Lock fingerprint");
        _kiosk.Portal.Sandbox.State.ReadAuthTypes(Residents.Meera).Count(type => type.Locked).ShouldBe(1);

        var ended = await _resident.FollowAsync(await _resident.PostFormAsync(outcome, "stop"));
        ended.Path.ShouldBe(Links.VisitEnded);
        ended.Text.ShouldContain("You stopped it.");
        ended.Text.ShouldContain("Lock or unlock");
        ended.Text.ShouldContain("You can close this page.");
        _resident.Cookies.Keys.ShouldNotContain("__Host-visit");
        (await _resident.FollowAsync(await _resident.GetAsync(Links.Visit))).Path.ShouldBe(Links.VisitEnded);
    }

    [Fact]
    public async Task The_short_link_opens_nothing_by_being_looked_at_and_opens_once()
    {
        await _kiosk.StartVisitAsync();
        var link = (await _kiosk.Get<OfferView>().ExecuteAsync(_kiosk.DutyId, ViewPlace.OtherScreen)).Value.LinkCode!;
        var page = await _resident.GetAsync(Links.VisitLinkOf(link));
        (await _resident.GetAsync(Links.VisitLinkOf(link))).Text.ShouldContain("Open this only while you are there.");
        _resident.Cookies.Keys.ShouldNotContain("__Host-visit");
        (await _resident.PostFormAsync(page, "open")).Location.ShouldBe(Links.Visit);
        _resident.Cookies.Keys.ShouldContain("__Host-visit");
        using var other = new PortalClient(_kiosk.Portal);
        var late = await other.PostFormAsync(await other.GetAsync(Links.VisitLinkOf(link)), "open");
        late.Text.ShouldContain(new PortalWords("en").Problem("kiosks.linkOver"));
        other.Cookies.Keys.ShouldNotContain("__Host-visit");
    }

    [Fact]
    public async Task A_resident_says_no_and_everything_is_over()
    {
        var consent = await OpenAsync(VisitPurpose.Locks);
        var ended = await DoAsync(consent, "Stop");
        ended.Path.ShouldBe(Links.VisitEnded);
        ended.Text.ShouldContain("Nothing was changed.");
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldNotContain("What you may see");
    }

    [Fact]
    public async Task Another_language_and_more_time_keep_the_step()
    {
        var number = await DoAsync(await OpenAsync(VisitPurpose.Locks), "Agree");
        var arabic = await DoAsync(number, "Language", ("To", "ar"));
        arabic.Body.ShouldContain("<html lang=\"ar\" dir=\"rtl\"");
        arabic.Text.ShouldContain("اكتب رقمك");
        arabic.Body.ShouldContain("&quot;slow&quot;:1");
        var slow = await DoAsync(arabic, "Slower");
        slow.Body.ShouldContain("&quot;slow&quot;:3");
        slow.Text.ShouldContain("اكتب رقمك");
        (await DoAsync(slow, "Usual")).Body.ShouldContain("&quot;slow&quot;:1");
    }

    [Fact]
    public async Task What_is_not_a_number_or_a_code_is_said_at_the_field_and_no_code_leads_back_to_the_number()
    {
        var number = await DoAsync(await OpenAsync(VisitPurpose.Locks), "Agree");
        var wrong = await PostAsync(number, "Number", ("Number", "12"), ("Channel", "phone"));
        wrong.Status.ShouldBe(HttpStatusCode.OK);
        wrong.Body.ShouldContain("aria-invalid=\"true\"");
        var code = await DoAsync(number, "Number", ("Number", Residents.Meera), ("Channel", "phone"));
        (await PostAsync(code, "ConsentCode", ("Code", " "))).Text.ShouldContain(new PortalWords("en")["Code.Field.Empty"]);
        (await PostAsync(code, "ConsentCode", ("Code", "000000"))).Body.ShouldContain("aria-invalid=\"true\"");
        (await _resident.GetAsync(Links.VisitNumber)).Text.ShouldContain("Type your number");
    }

    [Fact]
    public async Task A_no_leads_back_to_the_desk_and_sends_nothing()
    {
        await AgreedAsync(VisitPurpose.Locks);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        (await DoAsync(await _resident.GetAsync(Links.Visit), "Wrong")).Text.ShouldContain("Nothing is sent without you.");
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Text.ShouldContain("The resident said");
        _kiosk.Portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(0);
    }

    [Fact]
    public async Task A_print_is_confirmed_by_the_resident_taken_once_at_the_desk_and_the_paper_blocks_the_view()
    {
        await AgreedAsync(VisitPurpose.PrintCard);
        var wished = await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), Links.KioskPrintWish);
        wished.Location.ShouldBe(Links.DeskVisit);
        var read = await _resident.GetAsync(Links.Visit);
        read.Text.ShouldContain("Print the card with the ID number masked, at");
        var act = await DoAsync(await DoAsync(read, "Right"), "Send", ("Channel", "phone"));
        (await DoAsync(act, "ActCode", ("Code", await _kiosk.Portal.ReadCodeAsync(Residents.MeerasPhone)))).Text.ShouldContain("What happened");

        var desk = await _kiosk.Operator.GetAsync(Links.DeskVisit);
        var print = await _kiosk.PressAsync(desk, Links.KioskPrint);
        print.Status.ShouldBe(HttpStatusCode.OK, print.Text);
        print.Headers["Content-Type"].ShouldBe("application/pdf");
        print.Headers["Content-Disposition"].ShouldBe("inline");
        print.Headers["Cache-Control"].ShouldBe("no-store");
        (await _kiosk.PressAsync(desk, Links.KioskPrint)).Location.ShouldBe(Links.DeskVisit);
        var paper = await _resident.GetAsync(Links.Visit);
        paper.Text.ShouldContain("Did you take your paper?");
        (await DoAsync(paper, "Paper")).Text.ShouldContain("What happened");
    }

    [Fact]
    public async Task S_73_No_page_of_the_desk_has_a_field_for_number_code_or_consent()
    {
        await AgreedAsync(Enum.GetValues<VisitPurpose>());
        foreach (var path in (string[])[Links.DeskVisit, Links.Locks, Links.Vids, Links.OrderCard, Links.Update])
        {
            var page = await _kiosk.Operator.FollowAsync(await _kiosk.Operator.GetAsync(path));
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Body.ShouldNotContain($"action=\"{Links.Visit}\"");
            page.Body.ShouldNotContain("one-time-code");
            page.Text.ShouldNotContain(new PortalWords("en")["SignIn.Number"]);
            page.Text.ShouldNotContain("I agree");
        }
    }

    [Fact]
    public async Task S_73_What_the_operators_cookies_post_to_the_residents_view_changes_nothing()
    {
        var consent = await OpenAsync(VisitPurpose.Locks);
        foreach (var deed in (string[])["Agree", "Number", "ConsentCode", "Right", "ActCode", "Paper"])
        {
            var posted = await _kiosk.Operator.PostForgedAsync(Links.Visit, await _kiosk.Operator.GetAsync(Links.DeskVisit), ("_handler", "visit"), ("Deed", deed), ("Number", Residents.Meera), ("Channel", "phone"), ("Code", "111111"));
            posted.Location.ShouldBe(Links.VisitEnded);
        }

        (await _resident.GetAsync(Links.Visit)).Text.ShouldContain("May we help you with this?");
        consent.Text.ShouldContain("I agree");
        (await _kiosk.Portal.InDatabaseAsync(db => db.Codes.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_taken_without_the_token_of_the_page_and_looking_changes_nothing()
    {
        await OpenAsync(VisitPurpose.Locks);
        (await _resident.PostAsync(Links.Visit, ("_handler", "visit"), ("Deed", "Agree"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _resident.PostAsync(Links.VisitTouch)).Status.ShouldBe(HttpStatusCode.BadRequest);
        var before = await _kiosk.Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Version).SingleAsync());
        var state = await _resident.GetAsync(Links.VisitState);
        state.Body.ShouldContain("\"step\":\"Consent\"");
        state.Headers["Cache-Control"].ShouldBe("no-store");
        await _resident.GetAsync(Links.Visit);
        (await _resident.GetAsync(Links.VisitEnded)).Location.ShouldBe(Links.Visit);
        (await _kiosk.Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Version).SingleAsync())).ShouldBe(before);
    }

    [Fact]
    public async Task On_one_screen_the_page_says_who_holds_it_and_how_to_give_it_back()
    {
        await _kiosk.StartVisitAsync(VisitPurpose.Locks);
        (await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), "hand-over")).Location.ShouldBe(Links.Visit);
        var consent = await _kiosk.Operator.GetAsync(Links.Visit);
        consent.Text.ShouldContain("You hold the screen now. The person at the desk can do nothing until you give it back.");
        (await _kiosk.Operator.GetAsync(Links.DeskVisit)).Location.ShouldBe(Links.Visit);
        var ended = await _kiosk.Operator.FollowAsync(await _kiosk.Operator.PostFormAsync(consent, "stop"));
        ended.Text.ShouldContain("Give the screen back");
        _kiosk.Operator.Cookies.Keys.ShouldNotContain("__Host-visit");
        _kiosk.Operator.Cookies.Keys.ShouldContain("__Host-kiosk");
        _kiosk.Operator.Cookies.Keys.ShouldContain("__Host-operator");
    }

    [Fact]
    public async Task A_visit_that_wants_nobodys_number_leads_to_the_open_pages_after_I_agree()
    {
        var waiting = await DoAsync(await OpenAsync(VisitPurpose.Track), "Agree");
        waiting.Body.ShouldContain($"href=\"{Links.Track}\"");
        (await _resident.GetAsync(Links.Track)).Text.ShouldContain("No, stop");
    }

    private async Task<Answer> OpenAsync(params VisitPurpose[] purposes)
    {
        await _kiosk.StartVisitAsync(purposes);
        var link = (await _kiosk.Get<OfferView>().ExecuteAsync(_kiosk.DutyId, ViewPlace.OtherScreen)).Value.LinkCode!;
        return await _resident.FollowAsync(await _resident.PostFormAsync(await _resident.GetAsync(Links.VisitLinkOf(link)), "open"));
    }

    private async Task AgreedAsync(params VisitPurpose[] purposes)
    {
        var number = await DoAsync(await OpenAsync(purposes), "Agree");
        var code = await DoAsync(number, "Number", ("Number", Residents.Meera), ("Channel", "phone"));
        await DoAsync(code, "ConsentCode", ("Code", await _kiosk.Portal.ReadCodeAsync(Residents.MeerasPhone)));
    }

    // Presses, sees that the answer leads on, and follows it.
    private async Task<Answer> DoAsync(Answer page, string deed, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(page, deed, fields);
        answer.Location.ShouldNotBeNull(answer.Text);
        answer.Location.ShouldNotMatch(@"\d{4}");
        return await _resident.FollowAsync(answer);
    }

    // The button's own value goes along only where its form has no hidden one.
    private Task<Answer> PostAsync(Answer page, string deed, params (string Name, string Value)[] fields) => Regex.IsMatch(page.Body, $"<input type=\"hidden\" name=\"Deed\" value=\"{deed}\"", RegexOptions.None, TimeSpan.FromSeconds(1))
        ? _resident.PostFormAsync(page, ["visit", deed], fields)
        : _resident.PostFormAsync(page, ["visit", deed is "Language" ? "ar" : deed], [.. deed is "Language" ? [] : new[] { ("Deed", deed) }, .. fields]);
}
