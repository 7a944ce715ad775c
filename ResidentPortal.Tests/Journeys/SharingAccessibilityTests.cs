using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of sharing and of the card of chosen data.</summary>
[Collection("walks")]
public sealed class SharingAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private protected override async Task WalkAsync(Visit visit)
    {
        await visit.SignInAsync(Portal);
        await SeeAsync(visit, Links.Sharing, "nothing shared");
        await SeeAsync(visit, Links.SharePartners, "organisations");
        await SeeAsync(visit, $"{Links.SharePartners}?name=zzz", "no organisation");
        await WalkShareAsync(visit);
        await WalkListAsync(visit);
        await WalkCardAsync(visit);
        await SeeAsync(visit, Links.ShareWith("nobody"), "an organisation that is none");
    }

    private async Task WalkShareAsync(Visit visit)
    {
        await SeeAsync(visit, Links.ShareWith("partner-harbour-bank"), "choice");
        await visit.Button(visit.Words["Share.Choose.Act"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "choice with errors");
        foreach (var way in (string[])["[name='Way.fullName'][value=whole]", "[name='Way.dateOfBirth'][value=as-YYYY]", "[name='Way.UIN'][value=whole]", "[name='Way.phone'][value=masked]", "[name='Part.fullAddress'][value=city]", "[name='Way.photo'][value=whole]"])
        {
            await visit.Page.Locator(way).CheckAsync();
        }

        await visit.Field(visit.Words["Share.Purpose.Ask"]).FillAsync("لفتح حساب");
        await visit.Button(visit.Words["Share.Choose.Act"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Share.Check.Title"]);
        await JudgeAsync(visit, "check");
        await visit.Button(visit.Words["Share.Act"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "check without consent");
        await visit.Page.Locator("#Consent").CheckAsync();
        await visit.Button(visit.Words["Share.Act"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Receipt.Title"]);
        await JudgeAsync(visit, "receipt");
    }

    private async Task WalkListAsync(Visit visit)
    {
        Portal.Sandbox.State.Age(TimeSpan.FromMinutes(1));
        await visit.OpenAsync(Links.Sharing);
        await visit.Page.GetByText(visit.Words["Share.Withdraw"], new() { Exact = true }).ClickAsync();
        await JudgeAsync(visit, "list, with withdrawing open");
        await visit.Button(visit.Words["Share.Withdraw.Act"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Share.Withdrawn.TooLate"]);
        await JudgeAsync(visit, "withdrawn");
        await SeeAsync(visit, Links.Sharing, "list with a withdrawal");
    }

    private async Task WalkCardAsync(Visit visit)
    {
        await SeeAsync(visit, Links.PersonalCard, "card choice");
        await visit.Button(visit.Words["Personal.Look"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "card choice with an error");
        await visit.Page.Locator("[name='Way.email'][value=masked]").CheckAsync();
        await visit.Button(visit.Words["Personal.Look"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Personal.Check.Title"]);
        await JudgeAsync(visit, "card check");
        Portal.Sandbox.Faults.Set("idrepository.identity.read", FaultNames.Http403);
        await SeeAsync(visit, Links.PersonalCard, "card that cannot be offered");
        Portal.Sandbox.Faults.Clear();
    }
}
