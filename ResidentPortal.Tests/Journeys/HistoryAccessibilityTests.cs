using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of the history.</summary>
[Collection("walks")]
public sealed class HistoryAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private protected override async Task WalkAsync(Visit visit)
    {
        for (var i = 0; i < 15; i++)
        {
            Portal.Sandbox.State.AuthenticateForPartner(Residents.Meera, "Acme Bank", "OTP-AUTH");
        }

        await visit.SignInAsync(Portal);
        await visit.OpenAsync(Links.History);
        await JudgeAsync(visit, "history");
        await visit.OpenAsync("/history?page=2");
        await visit.Page.GetByText(visit.Words["History.Filter"], new() { Exact = true }).ClickAsync();
        await JudgeAsync(visit, "second page, with the filter open");
        await visit.OpenAsync("/history?outcome=unusual&own=hide");
        await JudgeAsync(visit, "what is unusual");
        await visit.OpenAsync(Links.StoppedUses);
        await JudgeAsync(visit, "nothing found");

        await visit.OpenAsync("/history?way=code&own=hide");
        await visit.Link(visit.Words["History.Unknown"]).First.ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Unknown.Title"]);
        await JudgeAsync(visit, "not known");
        await visit.Button(visit.Words["Unknown.Report"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Locks.LastWay.Title"]);
        await JudgeAsync(visit, "the last way to get codes");
        await visit.Page.Locator("#Locks-None").CheckAsync();
        await visit.Button(visit.Words["Unknown.Report"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Unknown.Reported.Title"]);
        await JudgeAsync(visit, "reported");

        Portal.Sandbox.Faults.Set("ida.history", FaultNames.Http403);
        await visit.OpenAsync(Links.History);
        await visit.SeeAsync(visit.Words["History.Unavailable.Title"]);
        await JudgeAsync(visit, "no history");
    }
}
