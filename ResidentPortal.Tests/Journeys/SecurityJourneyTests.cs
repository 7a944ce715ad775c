using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>Somebody else is signed in: the owner ends that from another browser, and then locks everything by the link in a message, signed out.</summary>
[Collection("browser")]
public sealed class SecurityJourneyTests(Browser browser)
{
    [Fact]
    public async Task S_20_S_21_One_ends_the_other_and_the_link_in_a_message_leads_everybody_out()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var thief = await browser.VisitAsync(portal);
        await using var owner = await browser.VisitAsync(portal);
        await thief.SignInAsync(portal);
        await thief.OpenInteractiveAsync(Links.Home);
        await portal.ForgetAttemptsAsync();
        await owner.SignInAsync(portal);
        await owner.OpenAsync(Links.Security);
        await owner.SeeAsync("This sign-in: Chrome on Linux");
        await owner.Button("End this sign-in").ClickAsync();
        await owner.SeeAsync("Done. We checked at __:__.");
        await thief.SeeHeadingAsync("This sign-in was ended");

        // The thief comes again, with the owner's telephone in hand; the owner has the message by e-mail on a borrowed one.
        await portal.ForgetAttemptsAsync();
        await thief.SignInAsync(portal);
        await thief.OpenInteractiveAsync(Links.Home);
        await owner.OpenInteractiveAsync(Links.Home);
        await using var borrowed = await browser.VisitAsync(portal, hasScript: false, width: 320);
        await borrowed.OpenAsync(await portal.ReadLinkAsync("/not-me/"));
        await borrowed.SeeHeadingAsync("This was not me");
        (await borrowed.OverflowsAsync()).ShouldBeFalse();
        await borrowed.Button("Lock everything now").ClickAsync();
        await thief.SeeHeadingAsync("This sign-in was ended");
        await owner.SeeHeadingAsync("This sign-in was ended");
        await borrowed.SeeAsync("Everything is locked. We checked at __:__.");
        portal.Sandbox.State.ReadAuthTypes(Residents.Meera).Count(type => type.Locked).ShouldBe(6);
        (await borrowed.OverflowsAsync()).ShouldBeFalse();
        foreach (var visit in new[] { thief, owner, borrowed })
        {
            visit.ShouldBeWithoutComplaints();
        }
    }
}
