using System.Net;
using ResidentPortal.Core.Audit;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Security;

/// <summary>VIDs, cards and orders over HTTP: whose they are, once, and nothing by GET.</summary>
public sealed class VidAndCardTests : IAsyncLifetime
{
    private const string NotInUse = "This number is no longer in use. Nothing was changed. Look at your list again.";
    private const string Revocation = "idrepository.vid.update";
    private const string Nobodys = "7999015725756916";

    private PortalHost _portal = default!;
    private PortalClient _owner = default!;
    private PortalClient _other = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        (_owner, _other) = (new PortalClient(_portal), new PortalClient(_portal));
        await _owner.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _owner.Dispose();
        _other.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_25_The_VID_of_another_resident_is_neither_shown_nor_named_nor_stopped_nor_put_on_a_card()
    {
        var key = (await _owner.GetAsync(Links.Vids)).VidKeys().ShouldHaveSingleItem();
        await _other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var page = await _other.GetAsync(Links.Vids);
        var intent = ("Posted.Intent", Guid.NewGuid().ToString());
        Answer[] answers =
        [
            await _other.PostForgedAsync(Links.VidNumber, page, ("_handler", "show"), ("Posted.Key", key)),
            await _other.PostForgedAsync(Links.Vids, page, ("_handler", "label"), ("Posted.Key", key), ("Posted.Label", "Mine")),
            await _other.PostForgedAsync(Links.Vids, page, ("_handler", "stop"), ("Posted.Key", key), intent),
            await _other.PostForgedAsync(Links.Card, page, ("_handler", "card"), ("Number", key), ("Intent", Guid.NewGuid().ToString())),
        ];
        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.OK && answer.Text.Contains(NotInUse, StringComparison.Ordinal));
        answers.ShouldAllBe(answer => !answer.Text.Contains("4913", StringComparison.Ordinal) && !answer.Text.Contains("1546", StringComparison.Ordinal));

        _portal.Sandbox.Calls.Count(Revocation).ShouldBe(0);
        var vids = await _owner.GetAsync(Links.Vids);
        vids.Text.ShouldContain("••••••••••••1546");
        vids.Text.ShouldNotContain("Mine");
        vids.Text.ShouldNotContain("Looked at");
        (await _other.GetAsync(Links.Home)).Text.ShouldContain("You have made no request yet.");
    }

    [Fact]
    public async Task A_card_that_is_forgotten_says_so_and_does_not_lead_in_a_circle()
    {
        var ready = await _owner.MakeCardAsync();
        await _portal.ForgetCardsAsync();
        var page = await _owner.GetAsync(ready.Path);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("This card can no longer be fetched here: it was fetched, or its time is over. Sign in and make it again.");
    }

    [Fact]
    public async Task S_25_The_card_of_another_resident_is_neither_shown_nor_handed_out_nor_sent()
    {
        var ready = await _owner.MakeCardAsync();
        var eventId = ready.Path.Split('/')[^1];
        await _other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var nobodys = await _other.FollowAsync(await _other.GetAsync(Links.CardOf(Nobodys)));
        nobodys.Status.ShouldBe(HttpStatusCode.NotFound);
        var page = await _other.GetAsync(Links.Card);
        Answer[] answers =
        [
            await _other.GetAsync(Links.CardOf(eventId)),
            await _other.PostForgedAsync(Links.CardFile, page, ("EventId", eventId)),
            await _other.PostForgedAsync(Links.CardFile, page, ("Proof", eventId)),
            await _other.PostForgedAsync(Links.CardOf(eventId), page, ("_handler", "password"), ("EventId", eventId)),
            await _other.PostForgedAsync(Links.CardOf(eventId), page, ("_handler", "link")),
        ];
        foreach (var answer in answers)
        {
            var seen = await _other.FollowAsync(answer);
            seen.Status.ShouldBe(HttpStatusCode.NotFound);
            seen.Text.ShouldNotContain("MEER1990");
            seen.Headers["Content-Type"].ShouldStartWith("text/html");
        }

        var kept = await _portal.InDatabaseAsync(database => Task.FromResult(database.CardFiles.Single()));
        (kept.LinksSent, kept.DeliveredAt).ShouldBe((0, null));
        (await _owner.FetchCardAsync(ready)).Body.ShouldStartWith("%PDF-");
    }

    [Fact]
    public async Task S_25_The_order_of_another_resident_is_not_found()
    {
        var order = await _owner.OrderCardAsync();
        order.Path.ShouldStartWith("/card/order/");
        await _other.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var answer = await _other.FollowAsync(await _other.GetAsync(order.Path));
        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        answer.Text.ShouldBe((await _other.FollowAsync(await _other.GetAsync(Links.OrderOf(Nobodys)))).Text);
        (await _other.GetAsync(Links.OrderCard)).Text.ShouldContain("Order the card");
    }

    [Fact]
    public async Task S_35_S_36_A_card_is_handed_out_to_a_form_with_its_token_and_to_nothing_else()
    {
        var ready = await _owner.MakeCardAsync();
        var eventId = ready.Path.Split('/')[^1];
        (await _owner.PostAsync(Links.CardFile, ("EventId", eventId))).Status.ShouldBe(HttpStatusCode.BadRequest);
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
        {
            (await _owner.SendAsync(method, $"{Links.CardFile}?EventId={eventId}", content: null)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await _owner.GetAsync(ready.Path)).Text.ShouldContain("Download the card (PDF)");
        var file = await _owner.FetchCardAsync(ready);
        file.Status.ShouldBe(HttpStatusCode.OK);
        file.Headers["Content-Type"].ShouldBe("application/pdf");
        file.Headers["Content-Disposition"].ShouldStartWith("attachment; filename=id-card.pdf");
        file.Headers["Cache-Control"].ShouldBe("no-store");
        file.Headers["Content-Security-Policy"].ShouldStartWith("default-src 'none'; base-uri 'none'");
        file.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_make_one_VID()
    {
        var vids = await _owner.GetAsync(Links.Vids);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _owner.PostFormAsync(vids, ["make", "Temporary"])));
        answers.Select(answer => answer.Location).Distinct().ShouldHaveSingleItem().ShouldNotBeNull().ShouldStartWith("/requests/");
        _portal.Sandbox.Calls.Count("idrepository.vid.create").ShouldBe(1);
        _portal.Sandbox.State.Vids.Usable(Residents.Meera).Count.ShouldBe(2);
        (await _owner.GetAsync(answers[0].Location!)).Text.ShouldContain("Done. We checked at ");
    }

    [Fact]
    public async Task R_21_Twenty_downloads_at_once_hand_the_card_out_once()
    {
        var ready = await _owner.MakeCardAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _owner.FetchCardAsync(ready)));
        answers.Count(answer => answer.Body.StartsWith("%PDF-", StringComparison.Ordinal)).ShouldBe(1);
        answers.Count(answer => string.Equals(answer.Location, ready.Path, StringComparison.Ordinal)).ShouldBe(19);
        (await _owner.GetAsync(ready.Path)).Text.ShouldContain("The file was handed out at ");
        (await _portal.InDatabaseAsync(database => Task.FromResult(database.CardFiles.Single()))).SealedFile.ShouldBeNull();
    }

    [Fact]
    public async Task S_48_A_number_is_shown_for_thirty_seconds_by_a_POST_alone_and_each_look_is_counted()
    {
        var vids = await _owner.GetAsync(Links.Vids);
        vids.Body.ShouldNotContain("4913089685701546");
        (await _owner.GetAsync(Links.VidNumber)).Text.ShouldContain("Choose a number in your list");
        for (var looks = 0; looks < 2; looks++)
        {
            var shown = await _owner.PostFormAsync(vids, ["show", vids.VidKeys()[0]]);
            shown.Text.ShouldContain("4913 0896 8570 1546");
            shown.Title.ShouldStartWith("Your number");
            shown.Headers["Refresh"].ShouldBe("30; url=/vids");
            shown.Headers["Cache-Control"].ShouldBe("no-store");
        }

        (await _owner.GetAsync(Links.Vids)).Text.ShouldContain("Looked at 2 times here, last at ");
        (await _owner.GetAsync(Links.Home)).Text.ShouldContain(new PortalWords("en")["Act.RevealVid"]);
    }

    [Fact]
    public async Task R_21_A_second_press_on_Confirm_leads_to_the_receipt_of_the_first()
    {
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        var asked = await _owner.FollowAsync(await _owner.PostFormAsync(await _owner.GetAsync(Links.Vids), ["make", "Temporary"]));
        var confirm = await _owner.FollowAsync(await _owner.PostFormAsync(asked, "send", ("Channel", "phone")));
        var code = await _portal.ReadCodeAsync();
        var first = await _owner.PostFormAsync(confirm, "confirm", ("Code", code));
        var second = await _owner.PostFormAsync(confirm, "confirm", ("Code", code));
        first.Location.ShouldNotBeNull().ShouldStartWith("/requests/");
        (second.Status, second.Location).ShouldBe((HttpStatusCode.Found, first.Location));
        _portal.Sandbox.Calls.Count("idrepository.vid.create").ShouldBe(1);
        (await _portal.InDatabaseAsync(database => Task.FromResult(database.AuditRows.Count(row => row.Event == AuditEvent.CodeEntered && row.Result == AuditResult.Failure)))).ShouldBe(0);
    }

    [Fact]
    public async Task R_21_A_second_press_on_Sign_in_is_led_on_and_counts_as_no_wrong_code()
    {
        var page = await _other.AskForCodeAsync(Residents.Priya);
        var code = await _portal.ReadCodeAsync(Residents.PriyasPhone);
        var before = _other.Cookies.ToDictionary(StringComparer.Ordinal);
        (await _other.PostFormAsync(page, "code", ("Code", code))).Location.ShouldBe(Links.Home);
        using var twice = new PortalClient(_portal);
        foreach (var (name, value) in before)
        {
            twice.Cookies[name] = value;
        }

        var second = await twice.PostFormAsync(page, "code", ("Code", code));
        (second.Status, second.Location).ShouldBe((HttpStatusCode.Found, Links.SignIn));
        (await _other.GetAsync(Links.Home)).Text.ShouldContain("Hello, Priya Sharma");
    }

    [Fact]
    public async Task R_21_What_comes_to_a_link_that_is_used_up_is_told_that_the_card_is_gone()
    {
        var page = await _owner.GetAsync(Links.Card);
        var dead = Links.CardLinkOf(new string('a', 43));
        foreach (var handler in new[] { "code", "send", "password" })
        {
            (await _owner.PostForgedAsync(dead, page, ("_handler", handler), ("Code", "123456"), ("Channel", "phone"))).Text.ShouldContain("This card can no longer be fetched here");
        }
    }

    [Fact]
    public async Task Loading_the_page_again_after_a_link_was_sent_sends_no_other()
    {
        var ready = await _owner.MakeCardAsync();
        var sent = await _owner.PostFormAsync(ready, ["link"]);
        sent.Location.ShouldBe(ready.Path);
        (await _owner.GetAsync(ready.Path)).Text.ShouldContain("The link is on its way to your registered contacts. Sent at ");
        (await _owner.GetAsync(ready.Path)).Text.ShouldContain("The link is on its way to your registered contacts. Sent at ");
        (await _portal.InDatabaseAsync(database => Task.FromResult(database.CardFiles.Single()))).LinksSent.ShouldBe(1);
    }

    [Theory]
    [InlineData(Links.Vids)]
    [InlineData(Links.Card)]
    [InlineData(Links.CheckCard)]
    [InlineData(Links.CardFile)]
    public async Task A_form_from_a_page_that_was_open_too_long_gets_a_page_that_says_so(string path)
    {
        var answer = await _owner.PostAsync(path, ("_handler", "make"));
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain("The page may have been open too long. Nothing was changed.");
    }
}
