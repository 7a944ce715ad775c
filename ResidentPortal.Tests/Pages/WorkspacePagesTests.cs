using Bunit;
using ResidentPortal.Components;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Pages.Home;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Pages;

public sealed class WorkspacePagesTests : PageContext
{
    [Fact]
    public async Task Home_greets_by_name_and_lists_what_was_asked_for_last()
    {
        await World.ChangeLocksAsync(Session, ResidentSteps.Lock(AuthType.Fingerprint));
        var page = Render<HomePage>();
        page.WaitForAssertion(() => page.Find("h1").TextContent.ShouldContain("Meera Kaldan"));
        page.Find(".task a").TextContent.ShouldBe("Lock or unlock");
        page.Find(".task p").TextContent.ShouldEndWith("Done");
        page.Markup.ShouldContain("••••••8651");
        page.Markup.ShouldNotContain(ResidentSteps.Meera);
    }

    [Fact]
    public void Home_works_without_the_profile()
    {
        World.Platform.Next(FakeMosip.FindIdentity, CommonProblems.ServiceUnavailable);
        var page = Render<HomePage>();
        page.WaitForElement(".notice-problem");
        page.Find("h1").TextContent.ShouldBe("Your ID");
        page.FindAll(".tile").Count.ShouldBe(8);
        page.Markup.ShouldContain("We cannot reach the ID office’s computer now.");
    }

    [Fact]
    public void Two_minutes_before_the_end_one_press_keeps_the_sign_in_alive()
    {
        var banner = Render<EndsSoon>();
        World.Clock.Advance(TimeSpan.FromMinutes(12));
        banner.Markup.ShouldNotContain("You will be signed out");
        World.Clock.Advance(TimeSpan.FromMinutes(1));
        banner.WaitForAssertion(() => banner.Markup.ShouldContain("You will be signed out at 10:15"));
        banner.Find("button").Click();
        banner.WaitForAssertion(() => banner.Markup.ShouldNotContain("You will be signed out"));
        World.Clock.Advance(TimeSpan.FromMinutes(13));
        banner.WaitForAssertion(() => banner.Markup.ShouldContain("You will be signed out at 10:28"));
    }
}
