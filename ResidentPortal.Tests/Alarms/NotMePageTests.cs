using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Sandbox;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Alarms;

/// <summary>"This was not me" over plain HTTP: signed out, from the message that was sent.</summary>
public sealed class NotMePageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _thief = default!;
    private PortalClient _owner = default!;
    private string _link = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        (_thief, _owner) = (new PortalClient(_portal), new PortalClient(_portal));
        await _thief.SignInAsync();
        _link = await _portal.ReadLinkAsync("/not-me/");
    }

    public async ValueTask DisposeAsync()
    {
        _thief.Dispose();
        _owner.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_page_says_what_was_told_what_the_button_does_and_how_one_gets_back_in()
    {
        var page = await _owner.GetAsync(_link);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Headers["Cache-Control"].ShouldBe("no-store");
        page.Headers["Referrer-Policy"].ShouldBe("no-referrer");
        page.Text.ShouldContain("This was not me");
        page.Text.ShouldContain("We told you Someone signed in with your ID number");
        page.Text.ShouldContain("Was it you? Then do nothing and close this page.");
        page.Text.ShouldContain("It locks every way to prove who you are. Nobody can use your ID then, and neither can you.");
        page.Text.ShouldContain("It ends every sign-in with your ID number, on every device.");
        page.Text.ShouldContain("It sends a report to the ID office, which will answer you.");
        page.Text.ShouldContain("Codes to your phone and email are locked too. So you may not be able to sign in here until a centre opens them.");
        page.Text.ShouldContain("Lock everything now");
        page.Markup.ShouldContain($"href=\"{Links.Centres}\"");
        page.Body.ShouldNotContain(Residents.Meera);
        page.Body.ShouldNotContain("Meera");
    }

    [Fact]
    public async Task S_36_Programs_that_follow_links_change_nothing()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head, HttpMethod.Options })
        {
            await _owner.SendAsync(method, _link, content: null);
        }

        Locked().ShouldBe(0);
        (await _thief.GetAsync(Links.Security)).Status.ShouldBe(HttpStatusCode.OK);
        (await _portal.InDatabaseAsync(db => db.Notices.CountAsync(row => row.AlarmUsedAt != null))).ShouldBe(0);
    }

    [Fact]
    public async Task S_35_A_press_without_the_token_of_the_form_changes_nothing()
    {
        (await _owner.PostAsync(_link, ("_handler", "not-me"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        Locked().ShouldBe(0);
    }

    [Fact]
    public async Task S_14_S_20_One_press_signed_out_locks_everything_and_every_open_page_is_led_out()
    {
        // A page of the thief, as the watch of the running portal sees it.
        var session = await _portal.InDatabaseAsync(db => db.Sessions.Select(row => row.Id).SingleAsync());
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _portal.Services.GetRequiredService<SessionWatch>().Add(
            new CircuitSession
            {
                Ended = problem =>
                {
                    told.TrySetResult(EndLinks.Of(problem));
                    return Task.CompletedTask;
                },
            },
            session);
        var pressed = await _owner.PostFormAsync(await _owner.GetAsync(_link), "not-me");
        pressed.Location.ShouldBe(_link);
        (await told.Task.WaitAsync(TimeSpan.FromSeconds(90), TestContext.Current.CancellationToken)).ShouldBe(Links.SignedOutElsewhere);

        var receipt = await _owner.GetAsync(_link);
        receipt.Text.ShouldContain("Everything is locked. We checked at ");
        receipt.Text.ShouldContain("Sign-ins All ended at ");
        receipt.Text.ShouldContain("Number of your report");
        receipt.Text.ShouldContain("Answer by ");
        Locked().ShouldBe(6);
        var away = await _thief.GetAsync(Links.Home);
        away.Location.ShouldBe(Links.SignedOutElsewhere);
        (await _thief.GetAsync(Links.SignedOutElsewhere)).Text.ShouldContain("This sign-in was ended");
    }

    [Fact]
    public async Task A_second_press_from_a_page_that_was_open_leads_to_the_same_receipt()
    {
        var page = await _owner.GetAsync(_link);
        await _owner.PostFormAsync(page, "not-me");
        var again = await _owner.PostFormAsync(page, "not-me");
        again.Location.ShouldBe(_link);
        var receipt = await _owner.GetAsync(_link);
        receipt.Text.ShouldContain("This link was used at ");
        receipt.Text.ShouldNotContain("Lock everything now");
        _portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(1);
    }

    [Fact]
    public async Task R_02_Where_the_platform_is_down_the_page_says_so_and_goes_on_by_itself()
    {
        _portal.Sandbox.Faults.Set("idrepository.authtypes.update", FaultNames.Http500);
        await _owner.PostFormAsync(await _owner.GetAsync(_link), "not-me");
        var waiting = await _owner.GetAsync(_link);
        waiting.Text.ShouldContain("We asked to lock everything. It is not confirmed yet.");
        waiting.Text.ShouldContain("We go on by ourselves until it is, and send you a message.");
        waiting.Text.ShouldContain("Sign-ins All ended at ");
        (await _thief.GetAsync(Links.Home)).Location.ShouldBe(Links.SignedOutElsewhere);
        _portal.Sandbox.Faults.Clear();
        await Eventually.TrueAsync(async () => (await _owner.GetAsync(_link)).Text.Contains("Everything is locked.", StringComparison.Ordinal), TimeSpan.FromSeconds(60), "It was not locked.");
    }

    [Theory]
    [InlineData("/not-me/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("/not-me/x")]
    [InlineData("/not-me/%3Cscript%3E")]
    public async Task S_01_What_was_never_a_link_reads_like_one_that_is_too_old(string path)
    {
        var never = await _owner.GetAsync(path);
        never.Status.ShouldBe(HttpStatusCode.OK);
        never.Text.ShouldContain("This link is too old, or it was never one of ours. Nothing was changed. Sign in and lock what you want, or contact the ID office.");
    }

    [Fact]
    public async Task A_link_that_is_too_old_says_so_and_a_late_press_changes_nothing()
    {
        var page = await _owner.GetAsync(_link);
        await _portal.InDatabaseAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE Notices SET CreatedAt = CreatedAt - 864000001"));
        var old = await _owner.GetAsync(_link);
        old.Status.ShouldBe(HttpStatusCode.OK);
        old.Text.ShouldContain("This link is too old, or it was never one of ours.");
        (await _owner.PostFormAsync(page, "not-me")).Text.ShouldContain("This link is too old, or it was never one of ours.");
        Locked().ShouldBe(0);
    }

    [Fact]
    public async Task Who_is_signed_in_presses_it_at_a_message_and_reads_the_result_signed_out()
    {
        var notice = await NoticeAsync();
        (await _thief.GetAsync(Links.Messages)).Markup.ShouldContain($"href=\"{Links.NotMeOf(notice)}\"");
        var page = await _thief.GetAsync(Links.NotMeOf(notice));
        page.Text.ShouldContain("Lock everything now");
        var pressed = await _thief.PostFormAsync(page, "not-me");
        pressed.Location.ShouldBe(_link);
        (await _thief.GetAsync(_link)).Text.ShouldContain("Everything is locked.");
        (await _thief.GetAsync(Links.NotMeOf(notice))).Location.ShouldBe(Links.SignedOutElsewhere);
    }

    [Fact]
    public async Task S_25_Another_residents_message_is_not_found_and_signed_out_one_is_led_to_sign_in()
    {
        var notice = await NoticeAsync();
        await _owner.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        (await _owner.GetAsync(Links.NotMeOf(notice))).Status.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = new PortalClient(_portal);
        (await nobody.GetAsync(Links.NotMeOf(notice))).Location.ShouldBe(Links.SignIn);
        Locked().ShouldBe(0);
    }

    [Fact]
    public async Task S_09_S_47_The_token_of_the_link_stands_in_no_log_and_no_table()
    {
        await _owner.PostFormAsync(await _owner.GetAsync(_link), "not-me");
        await _owner.GetAsync(_link);
        var token = _link.Split('/')[^1];
        token.Length.ShouldBe(43);

        // The host's own lines with the address are switched off in the portal's log; what it writes as it ships is searched by PublishedVisitTests.
        _portal.Log.Lines.Where(line => !line.StartsWith("Information Request ", StringComparison.Ordinal)).ShouldAllBe(line => !line.Contains(token, StringComparison.Ordinal));
        Privacy.Markers.FoundInDatabase(_portal.DatabasePath, [token]).ShouldBeEmpty();
    }

    private int Locked() => _portal.Sandbox.State.ReadAuthTypes(Residents.Meera).Count(type => type.Locked);

    private Task<Guid> NoticeAsync() => _portal.InDatabaseAsync(db => db.Notices.Where(row => row.Kind == NoticeKind.NewSignIn).OrderBy(row => row.CreatedAt).Select(row => row.Id).FirstAsync());
}
