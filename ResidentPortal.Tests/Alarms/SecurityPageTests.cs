using System.Net;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Alarms;

/// <summary>S-21 over plain HTTP: a resident sees the other sign-ins and ends them.</summary>
public sealed class SecurityPageTests : IAsyncLifetime
{
    private const string Android = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";
    private const string Windows = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0";
    private PortalHost _portal = default!;
    private PortalClient _home = default!;
    private PortalClient _phone = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        (_home, _phone) = (new PortalClient(_portal), new PortalClient(_portal));
        _phone.Headers["User-Agent"] = Android;
        _home.Headers["User-Agent"] = Windows;
        await _phone.SignInAsync();
        await _home.SignInSoonAfterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _home.Dispose();
        _phone.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_21_The_page_names_this_sign_in_and_the_other_by_browser_and_system()
    {
        var page = await _home.GetAsync(Links.Security);
        page.Text.ShouldContain("This sign-in: Firefox on Windows Signed in");
        page.Text.ShouldContain("Chrome on Android Signed in");
        page.Text.ShouldContain("The code came by text message End this sign-in");
        page.Text.ShouldContain("There were none in the last 90 days.");
        page.Text.ShouldNotContain("End all other sign-ins");
        page.Body.ShouldNotContain("126.0.0.0");
        page.Headers["Cache-Control"].ShouldBe("no-store");
    }

    [Fact]
    public async Task S_21_One_press_ends_the_other_and_shows_the_receipt()
    {
        var receipt = await _home.FollowAsync(await _home.PostFormAsync(await _home.GetAsync(Links.Security), "end"));
        receipt.Text.ShouldContain("End one other sign-in");
        receipt.Text.ShouldContain("Done. We checked at ");
        (await _phone.GetAsync(Links.Home)).Location.ShouldBe(Links.SignedOutElsewhere);
        var page = await _home.GetAsync(Links.Security);
        page.Text.ShouldContain("You are signed in nowhere else.");
        page.Text.ShouldContain(": ended from another sign-in, or by “This was not me”");
    }

    [Fact]
    public async Task S_11_With_a_code_that_is_not_fresh_a_new_one_is_asked_for_and_then_all_others_end()
    {
        using var third = new PortalClient(_portal);
        await third.SignInSoonAfterAsync();
        await _portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        var asked = await _home.PostFormAsync(await _home.GetAsync(Links.Security), "end-all");
        asked.Location.ShouldStartWith("/confirm/");
        var confirm = await _home.GetAsync(asked.Location!);
        confirm.Text.ShouldContain("This ends sign-ins elsewhere. So we ask for a new code.");
        confirm.Text.ShouldContain("End all other sign-ins");
        (await _phone.GetAsync(Links.Home)).Status.ShouldBe(HttpStatusCode.OK);
        await _portal.ForgetAttemptsAsync();
        await _home.PostFormAsync(confirm, "send", ("Channel", "phone"));
        var entered = await _home.PostFormAsync(await _home.GetAsync(asked.Location!), "confirm", ("Code", await _portal.ReadCodeAsync()));
        (await _home.FollowAsync(entered)).Text.ShouldContain("Done. We checked at ");
        foreach (var ended in new[] { _phone, third })
        {
            (await ended.GetAsync(Links.Home)).Location.ShouldBe(Links.SignedOutElsewhere);
        }
    }

    [Fact]
    public async Task S_25_A_forged_form_ends_nobody_elses_sign_in()
    {
        using var priya = new PortalClient(_portal);
        await priya.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var hers = await _portal.InDatabaseAsync(db => Task.FromResult(db.Sessions.OrderByDescending(row => row.SignedInAt).First().Id));
        var page = await _home.GetAsync(Links.Security);
        var forged = await _home.PostForgedAsync(Links.Security, page, ("_handler", "end"), ("Intent", Guid.NewGuid().ToString()), ("SignIn", hers.ToString()));
        forged.Text.ShouldContain("That sign-in is over already, or it is not another one of yours.");
        (await priya.GetAsync(Links.Home)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task S_35_Without_its_token_no_form_ends_anything()
    {
        (await _home.PostAsync(Links.Security, ("_handler", "end-all"), ("Intent", Guid.NewGuid().ToString()))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _phone.GetAsync(Links.Home)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Wrong_codes_of_a_day_are_told()
    {
        using var stranger = new PortalClient(_portal);
        await _portal.ForgetAttemptsAsync();
        var code = await stranger.AskForCodeAsync();
        var right = await _portal.ReadCodeAsync();
        await stranger.PostFormAsync(code, "code", ("Code", string.Equals(right, "000000", StringComparison.Ordinal) ? "000001" : "000000"));
        (await _home.GetAsync(Links.Security)).Text.ShouldContain("1 wrong code was typed for your ID number in the last day. Nobody comes in with a wrong code.");
    }
}
