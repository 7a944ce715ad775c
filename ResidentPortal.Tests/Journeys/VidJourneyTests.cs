using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Microsoft.Playwright;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>Stand-in numbers as residents use them: made, named, shown, copied and stopped; with script and without.</summary>
[Collection("browser")]
public sealed partial class VidJourneyTests(Browser browser)
{
    [Fact]
    public async Task A_resident_makes_a_number_for_the_bank_copies_it_and_sees_it_hidden_again()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var portal = await PortalHost.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"], new() { Origin = portal.Address.GetLeftPart(UriPartial.Authority) });
        await visit.SignInAsync(portal);
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.SeeAsync("You have 0 of 5.");
        await visit.Button("Make: Temporary number").ClickAsync();
        await visit.SeeAsync("is made. We checked.");
        await visit.SeeAsync("You have 1 of 5.");

        var item = visit.Page.Locator("li").Filter(new() { Has = visit.Button("Show the number") }).First;
        await item.GetByText("Give it a name").ClickAsync();
        await item.GetByLabel("A word only you see").FillAsync("Bank");
        await item.GetByText("Save the name").ClickAsync();
        await visit.SeeAsync("The name is saved.");
        await Assertions.Expect(item.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync("Bank");

        await item.GetByText("Show the number").ClickAsync();
        var digits = portal.Sandbox.State.Vids.Usable(Residents.Meera)[^1].Vid;
        await Assertions.Expect(visit.Page.Locator(".revealed-digits")).ToHaveTextAsync(Grouped(digits));
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Img, new() { Name = "Your number as a QR code" })).ToBeVisibleAsync();
        await visit.SeeAsync("Hidden again at __:__. Each look is counted for you.");
        await visit.Button("Copy the number").ClickAsync();
        await visit.SeeAsync("Copied");
        (await visit.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).ShouldBe(digits);
        (await visit.OverflowsAsync()).ShouldBeFalse();

        clock.Advance(RevealVid.Shown);
        await Assertions.Expect(visit.Page.Locator(".revealed-digits")).ToHaveCountAsync(0);
        await visit.SeeAsync("Looked at 1 time here, last at __:__");
        (await visit.Page.ContentAsync()).ShouldNotContain(digits);
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe(Links.Vids);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task Stopping_the_permanent_number_shows_what_the_ID_office_put_in_its_place()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.SignInAsync(portal);
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.Page.GetByText("Stop this number").ClickAsync();
        await visit.SeeAsync("The ID office then makes a new one of this kind for you.");
        await visit.Button("Stop it for good").ClickAsync();
        await visit.SeeAsync("has stopped. The ID office made a new one in its place:");
        var restored = portal.Sandbox.State.Vids.Usable(Residents.Meera).ShouldHaveSingleItem().Vid;
        await Assertions.Expect(visit.Page.Locator(".vid")).ToHaveTextAsync(new Regex($"•{restored[^4..]}", RegexOptions.None, TimeSpan.FromSeconds(1)));
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task In_Arabic_on_the_smallest_phone_without_script_the_same_goes_by_forms_receipts_and_a_fresh_code()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, "ar", width: 320, hasScript: false);
        var words = visit.Words;
        await visit.SignInAsync(portal);
        await portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        await visit.OpenAsync(Links.Vids);
        await ShouldFitAsync();
        await visit.Button(words["Vids.Make"].Replace("{type}", words["Vids.Type.Temporary"], StringComparison.Ordinal)).ClickAsync();
        await visit.SeeHeadingAsync(words["Confirm.Title"]);
        await visit.SeeAsync(words["Confirm.Why.GenerateVid"]);
        portal.Sandbox.Calls.Count("idrepository.vid.create").ShouldBe(0);
        await visit.Button(words["SignIn.Send"]).ClickAsync();
        await visit.EnterCodeAsync(portal, words["Confirm.Submit"]);
        await visit.SeeHeadingAsync(words["Receipt.Title"]);
        await visit.SeeAsync(words["Receipt.State.Confirmed"].Replace("{time}", "__:__", StringComparison.Ordinal));
        await ShouldFitAsync();

        await visit.Link(words["Receipt.Back.GenerateVid"]).Last.ClickAsync();
        var item = visit.Page.Locator("li").Filter(new() { Has = visit.Button(words["Vids.Show"]) }).First;
        await item.GetByText(words["Vids.Label"]).ClickAsync();
        await item.GetByLabel(words["Vids.Label.Word"]).FillAsync("بنك");
        await item.GetByText(words["Vids.Label.Save"]).ClickAsync();
        await Assertions.Expect(item.GetByRole(AriaRole.Heading, new() { Level = 3 })).ToHaveTextAsync("بنك");
        await item.GetByText(words["Vids.Show"]).ClickAsync();
        await visit.SeeHeadingAsync("بنك");
        var made = portal.Sandbox.State.Vids.Usable(Residents.Meera)[^1].Vid;
        await Assertions.Expect(visit.Page.Locator(".revealed-digits")).ToHaveTextAsync(Grouped(made));
        await ShouldFitAsync();

        await visit.Link(words["Layout.Vids"]).Last.ClickAsync();
        await visit.Page.GetByText(words["Vids.Stop"]).Last.ClickAsync();
        await visit.Button(words["Vids.Stop.Act"]).Last.ClickAsync();
        await visit.SeeHeadingAsync(words["Receipt.Title"]);
        var restored = portal.Sandbox.State.Vids.Usable(Residents.Meera).Single(vid => vid.Policy.VidType is "Perpetual").Vid;
        restored.ShouldNotBe("4913089685701546");
        await Assertions.Expect(visit.Page.Locator("main")).ToContainTextAsync(restored[^4..]);
        await ShouldFitAsync();
        visit.Page.Url.ShouldNotContain(made);
        visit.ShouldBeWithoutComplaints();

        async Task ShouldFitAsync() => (await visit.OverflowsAsync()).ShouldBeFalse(visit.Page.Url);
    }

    [Fact]
    public async Task Who_signed_in_with_a_number_may_stop_it_is_told_what_that_means_and_stays_signed_in()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.SignInAsync(portal, "4913089685701546");
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.SeeAsync("You signed in with it");
        await visit.Page.GetByText("Stop this number").ClickAsync();
        await visit.SeeAsync("You stay signed in. Next time, sign in with another number.");
        await visit.Button("Stop it for good").ClickAsync();
        await visit.SeeAsync("has stopped.");
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.Button("Make: Temporary number").ClickAsync();
        await visit.SeeAsync("is made. We checked.");
        await Assertions.Expect(visit.Page.GetByText("You signed in with it")).ToHaveCountAsync(0);
        await visit.OpenInteractiveAsync(Links.Home);
        await visit.SeeHeadingAsync("Hello, Meera Kaldan");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task What_was_opened_and_typed_before_the_circuit_came_is_still_there_when_it_has_drawn_the_page()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.SignInAsync(portal, "4913089685701546");
        var slowLine = new TaskCompletionSource();
        await visit.Page.RouteAsync("**/blazor.web*.js", async script =>
        {
            await slowLine.Task;
            await script.ContinueAsync();
        });
        await visit.Page.GotoAsync(Links.Vids, new() { WaitUntil = WaitUntilState.Commit });
        await visit.Page.GetByText("Stop this number").ClickAsync();
        await visit.Page.GetByText("Give it a name").ClickAsync();
        await visit.Field("A word only you see").FillAsync("Bank");

        slowLine.SetResult();
        await visit.WaitForCircuitAsync();

        await visit.SeeAsync("You stay signed in. Next time, sign in with another number.");
        await Assertions.Expect(visit.Field("A word only you see")).ToHaveValueAsync("Bank");
        await Assertions.Expect(visit.Field("A word only you see")).ToBeFocusedAsync();
        await visit.Button("Save the name").ClickAsync();
        await visit.SeeAsync("The name is saved.");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Heading, new() { Level = 3 }).First).ToHaveTextAsync("Bank");
        visit.ShouldBeWithoutComplaints();
    }

    private static string Grouped(string digits) => Fours().Replace(digits, " $0").Trim();

    [GeneratedRegex(@"\d{4}", RegexOptions.None, 1000)]
    private static partial Regex Fours();
}
