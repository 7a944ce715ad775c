using Microsoft.Playwright;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>Somebody looks for a registration centre.</summary>
[Collection("browser")]
public sealed class CentreJourneyTests(Browser browser)
{
    [Fact]
    public async Task In_Arabic_on_the_smallest_phone_and_without_script_a_centre_is_found_from_the_first_page()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, "ar", width: 320, hasScript: false);
        await visit.OpenAsync(Links.Welcome);
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = visit.Words["Welcome.Centres"] }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator("html")).ToHaveAttributeAsync("dir", "rtl");
        foreach (var place in new[] { "الرباط سلا القنيطرة", "القنيطرة", "سيدي قاسم" })
        {
            await visit.Page.Locator(".places").GetByRole(AriaRole.Link, new() { Name = place, Exact = true }).ClickAsync();
        }

        await Assertions.Expect(visit.Page.Locator("button.near")).ToBeHiddenAsync();
        (await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= 320")).ShouldBeTrue();
        await visit.Page.GetByRole(AriaRole.Link, new() { Name = "مركز سيدي قاسم" }).ClickAsync();
        await Assertions.Expect(visit.Heading).ToHaveTextAsync("مركز سيدي قاسم");
        await visit.SeeAsync("السبت، الاثنين، الأربعاء");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task On_a_press_the_browser_says_where_it_is_and_the_closest_centre_comes_first()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.Context.GrantPermissionsAsync(["geolocation"]);
        await visit.Context.SetGeolocationAsync(new Geolocation { Latitude = 34.0201f, Longitude = -6.8302f });
        await visit.OpenAsync(Links.Centres);
        await visit.Button("Show centres near me").ClickAsync();
        await visit.SeeHeadingAsync("Centres near you");
        await Assertions.Expect(visit.Page.Locator(".centre h3").First).ToHaveTextAsync("Rabat Agdal Centre");
        new Uri(visit.Page.Url).PathAndQuery.ShouldBe(Links.Centres);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task A_browser_that_may_not_say_where_it_is_is_told_what_to_do_instead()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.OpenAsync(Links.Centres);
        await visit.Button("Show centres near me").ClickAsync();
        await visit.SeeAsync("Your browser did not say where you are. Choose a place from the list.");
        await visit.SeeHeadingAsync("Registration centres");
    }

    [Fact]
    public async Task The_language_is_changed_without_losing_the_place()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, hasScript: false);
        await visit.OpenAsync(Links.CentresOf("SAL"));
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Français" }).ClickAsync();
        await visit.SeeHeadingAsync("Centres d’enregistrement à Salé");
    }
}
