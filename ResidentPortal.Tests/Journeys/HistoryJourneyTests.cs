using Microsoft.Playwright;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>A fingerprint that was refused at night by an organisation nobody has heard of.</summary>
[Collection("browser")]
public sealed class HistoryJourneyTests(Browser browser)
{
    [Fact]
    public async Task A_resident_finds_the_refused_fingerprint_reports_it_and_locks_fingerprints_with_a_code_without_script()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 320, hasScript: false);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.History);
        await visit.SeeAsync("12 uses found");
        await visit.Page.GetByText("Choose what to show", new() { Exact = true }).ClickAsync();
        await visit.Field("How").SelectOptionAsync("Fingerprint");
        await visit.Field("What came of it").SelectOptionAsync("Refused");
        await visit.Page.GetByLabel("Leave out what this portal and the ID office did").CheckAsync();
        await visit.Button("Show this").ClickAsync();
        await visit.SeeAsync("2 uses found");
        await visit.SeeAsync("It was at night, between 22:00 and 05:00.");
        await visit.Page.ReloadAsync();
        await visit.SeeAsync("2 uses found");

        await portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        await visit.Link("I do not know this").First.ClickAsync();
        await visit.SeeAsync("Quick Loans checked your fingerprint – refused – with your ID number (UIN).");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Radio, new() { Name = "Lock the way that was used" })).ToBeCheckedAsync();
        await visit.Field("What do you want to tell us?").FillAsync("I was asleep.");
        await visit.Button("Report this use").ClickAsync();

        await visit.SeeHeadingAsync("Confirm with a code");
        (await portal.InDatabaseAsync(database => Task.FromResult(database.Grievances.Count()))).ShouldBe(1);
        await visit.Button("Send me a code").ClickAsync();
        await visit.EnterCodeAsync(portal, "Confirm");
        await visit.SeeHeadingAsync("Your request");
        await visit.SeeAsync("Lock fingerprint");
        await visit.SeeAsync("Done. We checked at __:__.");
        visit.ShouldBeWithoutComplaints();
    }
}
