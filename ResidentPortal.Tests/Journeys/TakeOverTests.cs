using Microsoft.Playwright;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>How a circuit takes a page over that came as HTML: a person sees nothing of it, and the platform is asked nothing again.</summary>
[Collection("browser")]
public sealed class TakeOverTests(Browser browser)
{
    // What a page offers, counted at each change of it: less than what it came with is a page that stood empty.
    private const string CountOffers = "window.fewest = 1e9; new MutationObserver(() => { const main = document.querySelector('main:not([data-sent])'); if (main) { window.fewest = Math.min(window.fewest, main.querySelectorAll('button, a').length); } }).observe(document, { childList: true, subtree: true });";

    [Theory]
    [InlineData(Links.Locks, "idrepository.authtypes.read")]
    [InlineData(Links.Vids, "idrepository.vid.list")]
    [InlineData(Links.Home, "idrepository.identity.read")]
    public async Task A_circuit_draws_the_whole_page_at_once_and_asks_the_platform_nothing_again(string path, string operation)
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await visit.WaitForCircuitAsync();
        await visit.Context.AddInitScriptAsync(CountOffers);
        var before = portal.Sandbox.Calls.Count(operation);
        await visit.OpenInteractiveAsync(path);
        await visit.Button("Sign out").WaitForAsync();
        var offers = await visit.Page.Locator("main").Locator("button, a").CountAsync();
        offers.ShouldBeGreaterThan(3);
        (await visit.Page.EvaluateAsync<int>("() => window.fewest")).ShouldBe(offers);
        portal.Sandbox.Calls.Count(operation).ShouldBe(before + 1);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task What_was_wrong_with_a_plain_form_is_still_said_and_kept_when_the_circuit_draws_its_page()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await visit.OpenInteractiveAsync(Links.Locks);
        await visit.Button("Lock iris").ClickAsync();
        await visit.SeeAsync("Iris is locked since __:__. We checked.");

        await OpenAsHtmlAsync(visit, Links.Locks);
        await visit.Page.GetByText("Unlock iris").First.ClickAsync();
        await visit.Page.Locator("#unlock-Iris-Chosen").CheckAsync();
        await visit.Page.Locator("#hours-Iris").FillAsync("25");
        await visit.Button("Unlock iris").ClickAsync();
        await visit.WaitForCircuitAsync();
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(visit.Problem("locks.durationOutOfRange"));
        await Assertions.Expect(visit.Page.Locator("#unlock-Iris-Chosen")).ToBeCheckedAsync();
        await Assertions.Expect(visit.Page.Locator("#hours-Iris")).ToHaveValueAsync("25");
    }

    [Fact]
    public async Task The_question_before_the_last_way_is_locked_stays_when_the_circuit_draws_its_page()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await OpenAsHtmlAsync(visit, Links.Locks);
        await visit.Page.GetByText("Lock several at once").ClickAsync();
        foreach (var box in await visit.Page.GetByRole(AriaRole.Checkbox).AllAsync())
        {
            await box.CheckAsync();
        }

        await visit.Button("Lock what I chose").ClickAsync();
        await visit.WaitForCircuitAsync();
        await visit.SeeAsync(visit.Words["Locks.LastWay.Title"]);
        await visit.Button(visit.Words["Locks.LastWay.Sure"]).ClickAsync();
        await visit.SeeAsync("Iris is locked since __:__. We checked.");
        portal.Sandbox.State.ReadAuthTypes(Residents.Meera).Count(type => type.Locked).ShouldBe(6);
    }

    [Fact]
    public async Task A_number_that_cannot_be_named_so_is_still_said_when_the_circuit_draws_its_page()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await OpenAsHtmlAsync(visit, Links.Vids);
        await visit.Page.GetByText("Give it a name").ClickAsync();
        await visit.Field("A word only you see").FillAsync(new string('a', 120));
        await visit.Button("Save the name").ClickAsync();
        await visit.WaitForCircuitAsync();
        await visit.SeeAsync(visit.Problem("virtualIds.labelTooLong"));
        await visit.Page.GetByText("Give it a name").ClickAsync();
        await Assertions.Expect(visit.Field("A word only you see")).ToHaveValueAsync(new string('a', 120));
    }

    // A page whose script has not come yet, while that of the next one will.
    private static async Task OpenAsHtmlAsync(Visit visit, string path)
    {
        const string script = "**/_framework/blazor.web*.js";
        await visit.Context.RouteAsync(script, route => route.AbortAsync());
        await visit.OpenAsync(path);
        await visit.Context.UnrouteAsync(script);
    }
}
