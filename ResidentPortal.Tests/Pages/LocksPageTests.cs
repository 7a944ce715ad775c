using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Pages.Locks;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Pages;

public sealed class LocksPageTests : PageContext
{
    [Fact]
    public void Each_way_is_shown_with_its_state_in_words()
    {
        var page = OpenPage();
        page.FindAll(".lock h2").Select(title => title.TextContent).ShouldBe(["Code by phone", "Code by email", "Personal details", "Fingerprint", "Iris", "Face"]);
        page.FindAll(".lock-state").Select(state => state.TextContent.Trim()).Distinct().ShouldBe(["Unlocked"]);
    }

    [Fact]
    public async Task Locking_says_what_is_true_since_when_and_that_it_was_checked()
    {
        var page = OpenPage();
        await Card(page, "Fingerprint").QuerySelector("form")!.SubmitAsync();
        page.WaitForElement(".notice-success").TextContent.ShouldContain("Fingerprint is locked since 10:00. We checked.");
        Card(page, "Fingerprint").QuerySelector(".lock-state")!.TextContent.Trim().ShouldBe("Locked since 10:00. We checked.");
    }

    [Fact]
    public async Task A_timed_unlock_counts_down_and_can_be_made_longer_or_ended()
    {
        await World.ChangeLocksAsync(Session, ResidentSteps.Lock(AuthType.Face));
        var page = OpenPage();
        await Card(page, "Face").QuerySelector("details form")!.SubmitAsync();
        page.WaitForElement(".notice-success").TextContent.ShouldContain("Face is unlocked until 10:10. Then it locks by itself.");
        Card(page, "Face").QuerySelector(".countdown")!.TextContent.Trim().ShouldBe("10:00");
        World.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Card(page, "Face").QuerySelector(".countdown")!.TextContent.Trim().ShouldBe("9:59"));
        Card(page, "Face").QuerySelectorAll("form:not([hidden]) > .actions button").Where(button => button.Closest("[hidden]") is null).Select(button => button.TextContent.Trim()).ShouldBe(["Lock now", "15 more minutes"]);
    }

    [Fact]
    public async Task The_last_way_is_locked_only_after_a_word_of_warning()
    {
        await World.ChangeLocksAsync(Session, ResidentSteps.Lock(AuthType.EmailCode));
        var page = OpenPage();
        await Card(page, "Code by phone").QuerySelector("form")!.SubmitAsync();
        page.WaitForElement("[role=alert]").TextContent.ShouldContain("If you lock it, you cannot sign in here. Only a centre can then unlock it.");
        await page.Find("[role=alert] form").SubmitAsync();
        page.WaitForElement(".notice-success");
        Card(page, "Code by phone").QuerySelector(".lock-state")!.TextContent.Trim().ShouldBe("Locked since 10:00. We checked.");
    }

    [Fact]
    public void S_11_Without_a_fresh_code_the_page_leads_to_the_code()
    {
        World.Clock.Advance(TimeSpan.FromMinutes(6));
        var page = OpenPage();
        Card(page, "Iris").QuerySelector("form")!.Submit();
        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => navigation.Uri.ShouldMatch("/confirm/[0-9]{16}$"));
        World.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(0);
    }

    [Fact]
    public void R_01_A_platform_that_cannot_be_reached_closes_this_page_and_says_so()
    {
        World.Platform.Next(FakeMosip.ReadLocks, CommonProblems.ServiceUnavailable);
        var page = Render<LocksPage>();
        page.WaitForElement(".notice-problem");
        page.Markup.ShouldContain("We cannot show your locks now");
        page.Markup.ShouldContain("We cannot reach the ID office’s computer now. Nothing was changed.");
        page.FindAll(".lock").ShouldBeEmpty();
    }

    private IRenderedComponent<LocksPage> OpenPage()
    {
        var page = Render<LocksPage>();
        page.WaitForElement(".lock");
        return page;
    }

    private static IElement Card(IRenderedComponent<LocksPage> page, string title) =>
        page.FindAll(".lock").Single(card => string.Equals(card.QuerySelector("h2")!.TextContent, title, StringComparison.Ordinal));
}
