using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>The ways people really take: keyboards, small windows, other tabs, back, sleep, lost lines.</summary>
[Collection("browser")]
public sealed class WayTests(Browser browser)
{
    private const string KeepSockets = "const Real = WebSocket; window.sockets = []; window.WebSocket = class extends Real { constructor(...a) { super(...a); window.sockets.push(this); } };";

    [Fact]
    public async Task With_the_keyboard_alone_a_resident_signs_in_and_locks_the_fingerprint()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.OpenAsync(Links.SignIn);
        await visit.TabToAsync(visit.Field("ID number (UIN) or stand-in number (VID)"));
        await visit.Page.Keyboard.TypeAsync(Residents.Meera);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeHeadingAsync("Type the code");
        await visit.TabToAsync(visit.Field("Code"));
        await visit.Page.Keyboard.TypeAsync(await portal.ReadCodeAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeHeadingAsync("Hello, Meera Kaldan");
        await visit.OpenInteractiveAsync(Links.Locks);
        await visit.TabToAsync(visit.Button("Lock fingerprint"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeAsync("Fingerprint is locked since __:__. We checked.");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_resident_makes_a_number_and_sees_it()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.TabToAsync(visit.Button("Make: Temporary number"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeAsync("is made. We checked.");
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.TabToAsync(visit.Button("Show the number").First);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".revealed-digits").WaitForAsync();
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_resident_chooses_a_card_and_sees_its_password()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.Card);
        await visit.TabToAsync(visit.Page.GetByLabel("Masked ID number: ••••••8651"));
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(visit.Page.GetByLabel("Permanent number: ••••••••••••1546")).ToBeCheckedAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeAsync("Your card is ready");
        await visit.TabToAsync(visit.Button("Show the password"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.Locator(".letters").WaitForAsync();
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task In_Arabic_on_the_smallest_phone_a_request_is_followed_from_right_to_left()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, "ar", width: 320, hasScript: false);
        await visit.OpenAsync(Links.Track);
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("lang", "ar");
        await visit.Field(visit.Words["Track.Number"]).FillAsync(Residents.MeerasRid);
        await visit.Button(visit.Words["Track.Show"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Track.State.Done.Text"]);
        foreach (var stage in new[] { "Received", "Validation", "Verification", "NumberMade", "CardReady" })
        {
            await visit.SeeAsync(visit.Words[$"Track.Stage.{stage}"]);
        }

        (await visit.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).direction")).ShouldBe("rtl");
        (await visit.OverflowsAsync()).ShouldBeFalse();
        visit.Page.Url.ShouldNotContain(Residents.MeerasRid);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task S_20_Signing_out_in_one_tab_ends_the_other()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await visit.OpenInteractiveAsync(Links.Locks);
        var other = await visit.Context.NewPageAsync();
        await other.GotoAsync(Links.Help);
        await other.GotoAsync(Links.Home);
        await other.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(visit.Heading).ToHaveTextAsync("You are signed out", new() { Timeout = 60_000 });
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task R_23_R_24_Going_back_and_pressing_again_and_loading_a_receipt_again_send_nothing_twice()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, hasScript: false);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.Locks);
        await visit.Button("Lock fingerprint").ClickAsync();
        await visit.SeeAsync("Done. We checked at __:__.");
        await visit.Page.ReloadAsync();
        await visit.SeeAsync("Done. We checked at __:__.");
        await visit.Page.GoBackAsync();
        await visit.SeeHeadingAsync("Lock and unlock");
        await visit.Page.GoForwardAsync();
        await visit.SeeAsync("Done. We checked at __:__.");
        portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(1);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task R_25_A_phone_that_slept_at_the_code_page_finds_it_usable()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 320);
        await AskAsync(visit);
        var code = await portal.ReadCodeAsync();
        await portal.AgeWaitingCodesAsync(TimeSpan.FromSeconds(150));
        await visit.Page.ReloadAsync();
        await visit.Field("Code").FillAsync(code);
        await visit.Button("Sign in").ClickAsync();
        await visit.SeeHeadingAsync("Hello, Meera Kaldan");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task R_25_After_the_codes_life_the_same_page_says_that_it_is_too_old_and_offers_another()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 320);
        await AskAsync(visit);
        var code = await portal.ReadCodeAsync();
        await portal.AgeWaitingCodesAsync(TimeSpan.FromMinutes(10));
        await visit.Field("Code").FillAsync(code);
        await visit.Button("Sign in").ClickAsync();
        await visit.SeeAsync("That code is too old. Nothing was changed. Ask for a new code and type that one.");
        await Assertions.Expect(visit.Button("Send a new code")).ToBeVisibleAsync();
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task R_27_A_circuit_that_was_dropped_comes_back_or_the_same_page_is_loaded_anew()
    {
        await using var portal = await PortalHost.StartAsync(services => services.Configure<CircuitOptions>(options => options.DisconnectedCircuitMaxRetained = 0));
        await using var visit = await browser.VisitAsync(portal);
        await visit.Context.AddInitScriptAsync(KeepSockets);
        await visit.SignInAsync(portal);
        await visit.OpenInteractiveAsync(Links.Locks);
        await visit.Page.EvaluateAsync("() => { window.isBefore = true; window.sockets.forEach(socket => socket.close()); }");

        // Either the page was loaded anew, or the browser was back before the server had noticed that it was gone.
        await visit.Page.WaitForFunctionAsync("() => !window.isBefore || document.querySelector('.components-reconnect-hide')");
        await visit.WaitForCircuitAsync();
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe(Links.Locks);
        await visit.Button("Lock iris").ClickAsync();
        await visit.SeeAsync("Iris is locked since __:__. We checked.");
    }

    [Fact]
    public async Task What_is_pressed_while_the_circuit_is_lost_is_sent_as_without_it()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await LoseAsync(visit, portal);
        await visit.SeeAsync("The line was lost. We are bringing it back. What you typed stays here.");
        await visit.Button("Lock iris").ClickAsync();
        await visit.SeeAsync("Done. We checked at __:__.");
        portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_chosen_and_pressed_while_the_circuit_is_lost_is_sent_with_it()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await LoseAsync(visit, portal);
        await visit.Page.GetByText("Lock several at once").ClickAsync();
        await visit.Page.GetByLabel("Face", new() { Exact = true }).CheckAsync();
        await visit.Page.GetByLabel("Iris", new() { Exact = true }).CheckAsync();
        await visit.Button("Lock what I chose").ClickAsync();
        await visit.SeeAsync("Done. We checked at __:__.");
    }

    [Fact]
    public async Task A_number_asked_for_while_the_circuit_is_lost_is_made()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await LoseAsync(visit, portal, Links.Vids);
        await visit.Button("Make: Temporary number").ClickAsync();
        await visit.SeeAsync("Done. We checked at __:__.");
    }

    [Fact]
    public async Task A_link_pressed_while_the_circuit_is_lost_is_followed()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await LoseAsync(visit, portal);
        await visit.Page.Locator("main .beyond a").ClickAsync();
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex(Regex.Escape(Links.StoppedUses) + "$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task What_is_pressed_while_the_portal_cannot_be_reached_is_told_as_not_sent_and_can_be_pressed_again()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await LoseAsync(visit, portal);
        await visit.Context.SetOfflineAsync(true);
        await visit.Button("Lock iris").ClickAsync();
        await visit.SeeAsync("Nothing was sent. Press again when the line is back.");
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe(Links.Locks);
        portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(0);
        await visit.Context.SetOfflineAsync(false);
        await visit.Button("Lock iris").ClickAsync();
        await visit.SeeAsync("Done. We checked at __:__.");
    }

    [Fact]
    public async Task Changing_the_language_of_the_sign_in_page_keeps_the_number_that_was_typed()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, hasScript: false);
        await visit.OpenAsync(Links.SignIn);
        await visit.Field("ID number (UIN) or stand-in number (VID)").FillAsync("4952 4086");
        await visit.Page.GetByLabel("By email to my registered address").CheckAsync();
        await visit.Button("العربية").ClickAsync();
        var arabic = new PortalWords("ar");
        await visit.SeeHeadingAsync(arabic["SignIn.Title"]);
        await Assertions.Expect(visit.Field(arabic["SignIn.Number"])).ToHaveValueAsync("4952 4086");
        await Assertions.Expect(visit.Page.GetByLabel(arabic["SignIn.Channel.Email"])).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page).ToHaveTitleAsync(new Regex("^" + Regex.Escape(arabic["SignIn.Title"]), RegexOptions.None, TimeSpan.FromSeconds(1)));
        new Uri(visit.Page.Url).PathAndQuery.ShouldBe(Links.SignIn);
        portal.Sandbox.Calls.Count("ida.otp").ShouldBe(0);
        visit.ShouldBeWithoutComplaints();
    }

    // A circuit that is lost and, while the page stays, does not come back.
    private static async Task LoseAsync(Visit visit, PortalHost portal, string path = Links.Locks)
    {
        await visit.Context.AddInitScriptAsync(KeepSockets);
        await visit.SignInAsync(portal);
        await visit.OpenInteractiveAsync(path);
        await visit.Context.RouteAsync("**/_blazor/**", route => route.AbortAsync());
        await visit.Page.EvaluateAsync("() => window.sockets.forEach(socket => socket.close())");
        await visit.Page.Locator(".components-reconnect-show").WaitForAsync();
    }

    private static async Task AskAsync(Visit visit)
    {
        await visit.OpenAsync(Links.SignIn);
        await visit.Field("ID number (UIN) or stand-in number (VID)").FillAsync(Residents.Meera);
        await visit.Button("Send me a code").ClickAsync();
        await visit.SeeHeadingAsync("Type the code");
    }
}
