using Microsoft.Playwright;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>Sharing as residents do it, on a phone and without script: only the year of birth, another one taken back in time, and a card with a single fact.</summary>
[Collection("browser")]
public sealed class SharingJourneyTests(Browser browser)
{
    [Fact]
    public async Task The_year_of_birth_reaches_the_bank_and_what_was_meant_for_the_school_is_taken_back_in_time()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390, hasScript: false);
        await visit.SignInAsync(portal);
        await ShareAsync(visit, "Harbour Bank", "Year only", "To show that I am of age");
        portal.Sandbox.State.Age(TimeSpan.FromMinutes(1));
        await ShareAsync(visit, "Cedar School", "Day and month only", "Birthday list");
        await visit.OpenAsync(Links.Sharing);
        var school = visit.Page.GetByRole(AriaRole.Region, new() { Name = "Cedar School" });
        await school.GetByText("Withdraw", new() { Exact = true }).ClickAsync();
        await school.GetByRole(AriaRole.Button, new() { Name = "Withdraw this" }).ClickAsync();
        await visit.SeeAsync("It was in time: nothing was handed over.");
        portal.Sandbox.State.Age(TimeSpan.FromMinutes(2));
        var shares = portal.Sandbox.State.Shares();
        shares.Select(share => share["status"]!.ToString()).ShouldBe(["STORED", "CANCELLED"]);
        shares[0]["credentialSubject"]!.ToJsonString().ShouldBe("""{"dateOfBirth":"1990"}""");
        await Eventually.TrueAsync(
            () => portal.Sandbox.State.Outbox.To(Residents.MeerasPhone).Any(message => message.Text.Contains("nothing was handed over", StringComparison.Ordinal)), TimeSpan.FromSeconds(20), "The withdrawal was not told.");
        (await visit.OverflowsAsync()).ShouldBeFalse();
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task A_card_with_the_year_of_birth_alone_is_made_opened_with_its_password_and_checked()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.Card);
        await visit.Link("A card with only what I choose").ClickAsync();
        await visit.Page.GetByLabel("Year only").CheckAsync();
        await visit.Page.GetByLabel("Add a QR code with the same data").CheckAsync();
        await visit.Button("Look at it first").ClickAsync();
        await visit.SeeHeadingAsync("What the card will show");
        await visit.Button("Make my card").ClickAsync();
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Download the card (PDF)").ClickAsync());
        using var file = new CardFile(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken));
        var text = await CardSpecimens.ReadAsync(file.Path, "MEER1990");
        text.ShouldContain("Date of birth 1990");
        text.ShouldNotContain("Kaldan");
        text.ShouldNotContain("8651");
        await visit.OpenAsync(Links.CheckCard);
        await visit.Field(visit.Words["Check.Text"]).FillAsync(await CardSpecimens.ReadQrAsync(file.Path, "MEER1990"));
        await visit.Button(visit.Words["Check.Act"]).ClickAsync();
        await visit.SeeAsync("This card is genuine");
        await visit.SeeAsync("1990");
        visit.ShouldBeWithoutComplaints();
    }

    private static async Task ShareAsync(Visit visit, string organisation, string way, string purpose)
    {
        await visit.OpenAsync(Links.Sharing);
        await visit.Link("Share data").ClickAsync();
        await visit.Link(organisation).ClickAsync();
        await visit.Page.GetByLabel(way).CheckAsync();
        await visit.Field("What are the data for?").FillAsync(purpose);
        await visit.Button("Look at it first").ClickAsync();
        await visit.SeeHeadingAsync("What it will see");
        await visit.Page.GetByLabel($"I agree that {organisation} gets these data.").CheckAsync();
        await visit.Button("Share these data").ClickAsync();
        await visit.SeeAsync($"Share data with {organisation}");
    }
}
