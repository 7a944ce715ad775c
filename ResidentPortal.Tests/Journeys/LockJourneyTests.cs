using Microsoft.Playwright;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>From the first page to signed out: locks the fingerprint, sees it locked, opens it for ten minutes.</summary>
[Collection("browser")]
public sealed class LockJourneyTests(Browser browser)
{
    [Fact]
    public async Task A_resident_locks_the_fingerprint_opens_it_for_ten_minutes_and_signs_out()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.OpenAsync(Links.Welcome);
        await visit.Link("Sign in").First.ClickAsync();
        await visit.Field("ID number (UIN) or stand-in number (VID)").FillAsync("4952 408 651");
        await visit.Button("Send me a code").ClickAsync();
        await visit.SeeAsync("If this number is registered, a code is on its way to its phone.");
        await visit.EnterCodeAsync(portal, "Sign in");
        await visit.SeeHeadingAsync("Hello, Meera Kaldan");
        await visit.OpenInteractiveAsync(Links.Locks);
        await visit.Button("Lock fingerprint").ClickAsync();
        await visit.SeeAsync("Fingerprint is locked since __:__. We checked.");
        await visit.SeeAsync("Locked since __:__. We checked.");
        new Uri(visit.Page.Url).AbsolutePath.ShouldBe(Links.Locks);

        await visit.Page.GetByText("Unlock fingerprint").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "10 minutes" }).CheckAsync();
        await visit.Button("Unlock fingerprint").ClickAsync();
        await visit.SeeAsync("Fingerprint is unlocked until __:__. Then it locks by itself.");
        await Assertions.Expect(visit.Button("Lock now")).ToBeVisibleAsync();
        portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(2);

        await visit.Button("Sign out").ClickAsync();
        await visit.SeeHeadingAsync("You are signed out");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task Without_script_the_same_goes_by_receipts_and_a_code_that_is_not_fresh_is_asked_for_anew()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, hasScript: false, width: 320);
        await visit.SignInAsync(portal);
        await portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        await visit.OpenAsync(Links.Locks);
        await visit.Button("Lock fingerprint").ClickAsync();

        await visit.SeeHeadingAsync("Confirm with a code");
        await visit.SeeAsync("This changes how your ID can be used. So we ask for a new code.");
        portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(0);
        await visit.Button("Send me a code").ClickAsync();
        await visit.SeeAsync("A code is on its way to your phone.");
        await visit.EnterCodeAsync(portal, "Confirm");

        await visit.SeeHeadingAsync("Your request");
        await visit.SeeAsync("Done. We checked at __:__.");
        await visit.Link("Lock and unlock").First.ClickAsync();
        await visit.SeeAsync("Locked since __:__. We checked.");
        await visit.Page.GetByText("Unlock fingerprint").First.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Radio, new() { Name = "10 minutes" }).CheckAsync();
        await visit.Button("Unlock fingerprint").ClickAsync();
        await visit.SeeHeadingAsync("Your request");
        await visit.SeeAsync("for 10 minutes");
        await visit.Link("Lock and unlock").First.ClickAsync();
        await visit.SeeAsync("Unlocked until __:__. Then it locks by itself.");
        (await visit.OverflowsAsync()).ShouldBeFalse();
        await visit.Button("Sign out").ClickAsync();
        await visit.SeeHeadingAsync("You are signed out");
        visit.ShouldBeWithoutComplaints();
    }
}
