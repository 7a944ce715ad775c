using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of "This was not me" and of the page of sign-ins.</summary>
[Collection("walks")]
public sealed class SecurityAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private protected override async Task WalkAsync(Visit visit)
    {
        using var second = new PortalClient(Portal);
        using var third = new PortalClient(Portal);
        await second.SignInAsync();
        await Portal.ForgetAttemptsAsync();
        await visit.SignInAsync(Portal);
        await visit.OpenAsync(Links.Security);
        await JudgeAsync(visit, "another sign-in");
        await second.PostFormAsync(await second.GetAsync(Links.Home), Links.SignOut);
        await visit.Button(visit.Words["Security.End"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "an error");
        await visit.OpenAsync(Links.Security);
        await JudgeAsync(visit, "no other, and one that ended");
        await second.SignInSoonAfterAsync();
        await third.SignInSoonAfterAsync();
        await visit.OpenAsync(Links.Security);
        await JudgeAsync(visit, "two others");
        await visit.Button(visit.Words["Security.EndAll"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Receipt.Title"]);
        await JudgeAsync(visit, "receipt");
        await WalkAlarmAsync(visit);
    }

    private async Task WalkAlarmAsync(Visit visit)
    {
        await visit.OpenAsync(Links.NotMeOf(Guid.NewGuid()));
        await JudgeAsync(visit, "a message that is not there");
        await visit.OpenAsync(Links.NotMeOf("dead"));
        await visit.SeeAsync(visit.Problem("alarms.tooOld"));
        await JudgeAsync(visit, "a link that is too old");
        var link = await Portal.ReadLinkAsync("/not-me/");
        await visit.OpenAsync(link);
        await JudgeAsync(visit, "the one button");
        Portal.Sandbox.Faults.Set("idrepository.authtypes.update", FaultNames.Http500);
        await visit.Button(visit.Words["NotMe.Press"]).ClickAsync();
        await visit.SeeAsync(visit.Words["NotMe.Asked"]);
        await JudgeAsync(visit, "asked, not confirmed");
        Portal.Sandbox.Faults.Clear();
        await Eventually.TrueAsync(
            async () => await Portal.InDatabaseAsync(db => db.Notices.AnyAsync(row => row.Kind == NoticeKind.LocksChanged)), TimeSpan.FromSeconds(60), "It was not locked.");
        await visit.OpenAsync(link);
        await visit.SeeAsync(visit.Words["NotMe.Locked"].Replace("{time}", "__:__", StringComparison.Ordinal));
        await JudgeAsync(visit, "locked");
        await visit.OpenAsync(Links.Home);
        await visit.SeeHeadingAsync(visit.Words["SignedOut.Elsewhere.Title"]);
        await JudgeAsync(visit, "signed out from elsewhere");
    }
}
