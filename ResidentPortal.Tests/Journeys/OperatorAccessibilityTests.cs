using ResidentPortal.Tests.World;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages where operators join and sign in, and where supervisors add them.</summary>
[Collection("walks")]
public sealed class OperatorAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private protected override (string Key, string Value)[] Settings => [KioskSteps.Enabled];

    private protected override async Task WalkAsync(Visit visit)
    {
        await SeeAsync(visit, Links.KioskJoinOf(new string('a', 43)), "a link that is over");
        await visit.OpenAsync(await Portal.AddOperatorAsync("K204"));
        await JudgeAsync(visit, "choose how to sign in");
        await visit.Button(visit.Words["Operators.Join.Next"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "a password that is too short");
        await visit.Field(visit.Words["Operators.Password.New"]).FillAsync(OperatorSteps.Password);
        await visit.Field(visit.Words["Operators.Password.Repeated"]).FillAsync(OperatorSteps.Password);
        await visit.Button(visit.Words["Operators.Join.Next"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Operators.App.Title"]);
        await JudgeAsync(visit, "the app");
        await WalkSupervisorAsync(visit, await Portal.AddReadyOperatorAsync("S001", isSupervisor: true));
    }

    private async Task WalkSupervisorAsync(Visit visit, TestOperator supervisor)
    {
        await SeeAsync(visit, Links.KioskSignIn);
        await visit.Button(visit.Words["Operators.SignIn.Next"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "nothing typed");
        await visit.Field(visit.Words["Operators.Number"]).FillAsync(supervisor.Number);
        await visit.Field(visit.Words["Operators.Password"]).FillAsync(OperatorSteps.Password);
        await visit.Button(visit.Words["Operators.SignIn.Next"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Operators.Factor.Title"]);
        await JudgeAsync(visit, "the code");
        await visit.Field(visit.Words["Operators.Code"]).FillAsync(await Portal.ReadCodeAsync(supervisor));
        await visit.Button(visit.Words["Operators.Factor.Enter"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Operators.Supervisor.Title"]);
        await JudgeAsync(visit, "supervisor");
        await SeeAsync(visit, Links.KioskBack);
        await SeeAsync(visit, Links.KioskOperators);
        await visit.Button(visit.Words["Operators.Add"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "everything missing");
        await visit.Button(visit.Words["Operators.NewLink"]).First.ClickAsync();
        await visit.SeeAsync(visit.Words["Operators.Link.Title"]);
        await JudgeAsync(visit, "a new link");
    }
}
