using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResidentPortal.Branding;
using ResidentPortal.Components;
using ResidentPortal.Tests.Languages;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Layout;

public sealed class ComponentsTests : BunitContext
{
    public ComponentsTests()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddLocalization();
        Services.AddSingleton(new Brand(Options.Create(new BrandOptions())));
        Services.AddSingleton(Offered.InRelease());
    }

    [Fact]
    public void A_question_is_wired_to_its_hint_and_its_error()
    {
        var question = Render<TextQuestion>(parameters => parameters.Add(part => part.Name, "Number").Add(part => part.Label, "Number?").Add(part => part.Hint, "Ten digits").Add(part => part.Error, "Too short").Add(part => part.Value, "12"));
        var field = question.Find("input");
        field.GetAttribute("aria-invalid").ShouldBe("true");
        field.GetAttribute("aria-describedby").ShouldBe("Number-hint Number-error");
        field.GetAttribute("value").ShouldBe("12");
        question.Find("label").GetAttribute("for").ShouldBe(field.Id);
        question.Find("#Number-error").TextContent.ShouldContain("Too short");
        question.Find("#Number-hint").TextContent.ShouldBe("Ten digits");
    }

    [Fact]
    public void A_question_without_an_error_says_nothing_of_one()
    {
        var field = Render<TextQuestion>(parameters => parameters.Add(part => part.Name, "Number").Add(part => part.Label, "Number?")).Find("input");
        field.HasAttribute("aria-invalid").ShouldBeFalse();
        field.HasAttribute("aria-describedby").ShouldBeFalse();
    }

    [Fact]
    public void The_summary_takes_the_focus_and_leads_to_each_field()
    {
        var summary = Render<ErrorSummary>(parameters => parameters.Add(part => part.Errors, [new FieldError("Number", "Too short."), new FieldError(Field: null, "Too late.")]));
        summary.Find("[role=alert]").HasAttribute("autofocus").ShouldBeTrue();
        summary.Find("a").GetAttribute("href").ShouldBe("/#Number");
        summary.FindAll("li").Count.ShouldBe(2);
    }

    [Fact]
    public void Nothing_to_correct_shows_nothing() => Render<ErrorSummary>(parameters => parameters.Add(part => part.Errors, [])).Markup.Trim().ShouldBeEmpty();

    [Fact]
    public void The_stages_are_told_in_words()
    {
        var steps = Render<Steps>(parameters => parameters.Add(part => part.Stages, [new Step("Received"), new Step("Checked"), new Step("Made")]).Add(part => part.Current, 2));
        steps.Find(".steps-place").TextContent.ShouldBe("Stage 2 of 3");
        steps.FindAll(".step-state").Select(state => state.TextContent).ShouldBe(["Done", "Now", "Later"]);
        steps.Find("[aria-current=step]").TextContent.ShouldContain("Checked");
    }

    [Fact]
    public void Without_a_form_the_languages_are_links_back_to_here()
    {
        var links = Render<LanguageSwitch>();
        links.FindAll("a").Select(link => link.GetAttribute("href")).ShouldBe(["/language/fr?to=%2F", "/language/ar?to=%2F"]);
        links.Find("[aria-current]").TextContent.ShouldBe("English");
    }

    [Fact]
    public void With_a_form_the_languages_send_it_along_and_the_Enter_key_presses_none_of_them()
    {
        var buttons = Render<LanguageSwitch>(parameters => parameters.Add(part => part.FormId, "sign-in")).FindAll("button");
        buttons.All(button => button.GetAttribute("form") is "sign-in").ShouldBeTrue();
        buttons[0].HasAttribute("name").ShouldBeFalse();
        buttons.Skip(1).Select(button => $"{button.GetAttribute("name")}={button.GetAttribute("value")}").ShouldBe(["language=fr", "language=ar"]);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task A_form_acts_unless_only_the_language_was_changed(bool languageWasChosen, int acts)
    {
        var sent = 0;
        var context = new DefaultHttpContext();
        if (languageWasChosen)
        {
            ResidentPortal.Languages.LanguageChoice.Note(context);
        }

        var form = Render<PageForm>(parameters => parameters.AddCascadingValue<HttpContext>(context).Add(part => part.Name, "sign-in").AddChildContent("<p></p>").Add(part => part.OnSubmit, () => sent++));
        await form.Find("form").SubmitAsync();
        sent.ShouldBe(acts);
    }
}
