using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Pages.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Pages;

public sealed class VidsPageTests : PageContext
{
    [Fact]
    public void Each_type_is_explained_in_sentences_from_the_policy_with_its_limit()
    {
        var page = OpenPage();
        Card(page, "Make: Temporary number").TextContent.ShouldContain("It works for 30 minutes. It can be used 2 times.");
        Card(page, "Make: Temporary number").TextContent.ShouldContain("You have 0 of 5.");
        Card(page, "Make: One-time number").TextContent.ShouldContain("It works until you stop it. It can be used 2 times.");
        Card(page, "Replace: Permanent number").TextContent.ShouldContain("You have one already. A new one replaces ••••••••••••1546, which then stops for good.");
    }

    [Fact]
    public async Task Making_one_says_which_and_that_it_was_checked_and_the_limit_is_told_before_the_sixth()
    {
        var page = OpenPage();
        for (var i = 0; i < 5; i++)
        {
            await Form(page, "Make: Temporary number").SubmitAsync();
            page.WaitForElement(".notice-success").TextContent.ShouldMatch(@"Temporary number •{12}\d{4} is made\. We checked\.");
        }

        page.FindAll("button").ShouldNotContain(button => button.TextContent.Contains("Make: Temporary number", StringComparison.Ordinal));
        page.Markup.ShouldContain("You already have the most allowed (5). Stop one to make a new one.");
    }

    [Fact]
    public async Task S_48_The_digits_are_shown_for_thirty_seconds_and_the_look_is_counted_on_the_page()
    {
        var page = OpenPage();
        page.Markup.ShouldNotContain("4913");
        await Form(page, "Show the number").SubmitAsync();
        page.WaitForElement(".revealed").TextContent.ShouldContain("4913 0896 8570 1546");
        page.Find(".revealed svg").GetAttribute("aria-label").ShouldBe("Your number as a QR code");
        page.Find(".revealed").TextContent.ShouldContain("Hidden again at 10:00:30. Each look is counted for you.");

        World.Clock.Advance(TimeSpan.FromSeconds(30));
        page.WaitForState(() => page.FindAll(".revealed").Count == 0);
        page.Markup.ShouldNotContain("4913");
        page.Markup.ShouldContain("Looked at 1 time here, last at 10:00");
    }

    [Fact]
    public async Task Stopping_a_permanent_one_names_what_the_ID_office_made_in_its_place()
    {
        var page = OpenPage();
        page.Markup.ShouldContain("The ID office then makes a new one of this kind for you.");
        await Form(page, "Stop it for good").SubmitAsync();
        page.WaitForElement(".notice-success").TextContent.ShouldMatch(@"•{12}1546 has stopped\. The ID office made a new one in its place: •{12}\d{4}\. We checked\.");
    }

    [Fact]
    public async Task A_label_is_shown_as_the_heading_and_one_that_is_too_long_is_refused_in_words()
    {
        var page = OpenPage();
        await page.Find("input[name='Posted.Label']").ChangeAsync(new ChangeEventArgs { Value = "Bank" });
        await Form(page, "Save the name").SubmitAsync();
        page.WaitForAssertion(() => page.Find(".lock h3").TextContent.ShouldBe("Bank"));
        page.Find(".notice-success").TextContent.ShouldContain("The name is saved.");

        await page.Find("input[name='Posted.Label']").ChangeAsync(new ChangeEventArgs { Value = new string('k', 31) });
        await Form(page, "Save the name").SubmitAsync();
        page.WaitForElement("[role=alert]").TextContent.ShouldContain("This name is too long. Nothing was changed. Use a shorter word.");
        page.Find(".lock h3").TextContent.ShouldBe("Bank");
    }

    [Fact]
    public void S_11_Without_a_fresh_code_the_page_leads_to_the_code()
    {
        World.Clock.Advance(TimeSpan.FromMinutes(5));
        var page = OpenPage();
        Form(page, "Make: Temporary number").Submit();
        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => navigation.Uri.ShouldMatch("/confirm/[0-9]{16}$"));
        World.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(0);
    }

    [Fact]
    public void R_01_Without_the_list_the_page_says_so_and_without_the_policy_the_list_stands()
    {
        World.Platform.Next(FakeMosip.ListVids, CommonProblems.ServiceUnavailable);
        OpenPage().Find("[role=alert]").TextContent.ShouldContain("We cannot reach the ID office’s computer now. Nothing was changed. Try again in a few minutes.");
        World.Platform.Next(FakeMosip.ReadVidPolicy, CommonProblems.ServiceUnavailable);
        var page = OpenPage();
        page.Markup.ShouldContain("••••••••••••1546");
        page.Markup.ShouldContain("We cannot read the rules for new numbers now. Your numbers work as before.");
    }

    [Fact]
    public async Task S_26_A_second_press_before_the_first_is_answered_makes_one_number()
    {
        var page = OpenPage();
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => page.InvokeAsync(() => Form(page, "Make: Temporary number").SubmitAsync())));
        page.WaitForElement(".notice-success");
        World.Platform.CountOf(FakeMosip.GenerateVid).ShouldBe(1);
    }

    private IRenderedComponent<VidsPage> OpenPage()
    {
        var page = Render<VidsPage>();
        page.WaitForState(() => page.FindAll(".lock").Count > 0 || page.FindAll("[role=alert]").Count > 0);
        return page;
    }

    private static IElement Form(IRenderedComponent<VidsPage> page, string button) =>
        page.FindAll("form").First(form => form.QuerySelector("button") is { } one && string.Equals(one.TextContent.Trim(), button, StringComparison.Ordinal));

    private static IElement Card(IRenderedComponent<VidsPage> page, string button) =>
        page.FindAll(".lock").First(card => card.QuerySelectorAll("button").Any(one => string.Equals(one.TextContent.Trim(), button, StringComparison.Ordinal)));
}
