using ResidentPortal.Core.Sessions;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the desk, and on pages of the portal in its frame.</summary>
[Collection("walks")]
public sealed class DeskAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private protected override (string Key, string Value)[] Settings => [KioskSteps.Enabled];

    private protected override async Task WalkAsync(Visit visit)
    {
        await visit.BecomeDeskAsync(Portal);
        await JudgeAsync(visit, "desk");
        await WalkQueueAsync(visit);
        await visit.Button(visit.Words["Desk.Start"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "an error");
        foreach (var purpose in Enum.GetValues<VisitPurpose>().Except([VisitPurpose.LostNumber]))
        {
            await visit.Page.Locator($"label[for='Ticked-{purpose}']").ClickAsync();
        }

        // The keyboard alone leads to the button, and presses it.
        await visit.TabToAsync(visit.Button(visit.Words["Desk.Start"]));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeAsync(visit.Words["Visit.Next.Start"]);
        await JudgeAsync(visit, "begun");
        await visit.Button(visit.Words["Visit.OtherScreen"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Visit.Link.Text"]);
        await JudgeAsync(visit, "a link");
        var view = await visit.AgreeOnPhoneAsync(Portal);
        await visit.SeeAsync(visit.Words["Visit.Next.Agreed"]);
        await visit.Page.Locator("summary").ClickAsync();
        await JudgeAsync(visit, "agreed");
        (await visit.OverflowsAsync()).ShouldBeFalse();
        await WalkPortalAsync(visit);
        await WalkActAsync(visit, view);
        await visit.Button(visit.Words["Desk.Finish"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Visit.Over"]);
        await JudgeAsync(visit, "over");
        await visit.SeeHeadingAsync(visit.Words["Visit.Over"]);
        (await visit.Button(visit.Words["Desk.Finish"]).IsVisibleAsync()).ShouldBeFalse();
    }

    private async Task WalkQueueAsync(Visit visit)
    {
        Portal.Sandbox.Faults.Set("masterdata.centres.near", FaultNames.Http500);
        await visit.OpenAsync(Links.Desk);
        await visit.SeeAsync(visit.Words["Desk.Down.Title"]);
        await JudgeAsync(visit, "the platform is down");
        await visit.Button(visit.Words["Desk.Ticket"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Ticket.Title"]);
        await JudgeAsync(visit, "a number of the queue");
        Portal.Sandbox.Faults.Clear();
        await visit.Link(visit.Words["Desk.Next"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Desk.Title"]);
    }

    private async Task WalkPortalAsync(Visit visit)
    {
        foreach (var path in new[] { Links.Locks, Links.Vids, Links.OrderCard, Links.Update, Links.ChooseUpdate, Links.Papers, Links.CheckCard })
        {
            await SeeAsync(visit, path);
            (await visit.OverflowsAsync()).ShouldBeFalse(path);
        }
    }

    private async Task WalkActAsync(Visit visit, string view)
    {
        await visit.OpenAsync(Links.Locks);
        await visit.Button(visit.Words["Locks.Act.Lock.Fingerprint"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Visit.Act.BeforeResident"]);
        await JudgeAsync(visit, "an act before the resident");
        await Portal.AnswerOnPhoneAsync(view, isRight: false);
        await visit.SeeAsync(visit.Words["Visit.Act.SaidNo"]);
        await JudgeAsync(visit, "the resident said no");
        await visit.OpenAsync(Links.Locks);
        await visit.Button(visit.Words["Locks.Act.Lock.Iris"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Visit.Act.BeforeResident"]);
        await Portal.AnswerOnPhoneAsync(view, isRight: true);
        await visit.SeeAsync(visit.Words["Visit.Act.Confirmed"]);
        await JudgeAsync(visit, "confirmed");
    }
}
