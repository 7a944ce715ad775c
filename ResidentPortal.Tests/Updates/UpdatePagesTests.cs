using System.Net;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates;

/// <summary>The pages of changes of data until there is something to send: overview, choice, answers, without script.</summary>
public sealed class UpdatePagesTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_start_tells_what_is_needed_before_anything_is_asked()
    {
        var page = await _client.GetAsync(Links.Update);
        page.Title.ShouldStartWith("Change my data – ");
        page.Text.ShouldContain("For a new name, date or address: a paper that shows it, as a photo or PDF.");
        page.Text.ShouldContain("About ten minutes.");
        page.Text.ShouldContain("Choose what to change");
        (await _client.GetAsync(Links.Home)).Text.ShouldContain("Change my data Your name, address, phone, email or other details.");
    }

    [Fact]
    public async Task Everything_that_may_be_changed_stands_with_what_is_recorded_each_text_in_its_language_and_direction()
    {
        var page = await _client.GetAsync(Links.ChooseUpdate);
        foreach (var words in new[] { "Who you are A paper is needed. Full name Meera Kaldan · Mira Kaldane · ميرا كلدان You can change it 5 more times.", "Date of birth 17 May 1990", "Where you live A paper is needed. Address line 1", "How we reach you E-mail m•••••@example.org", "Language of our messages Language of messages" })
        {
            page.Text.ShouldContain(words);
        }

        page.Markup.ShouldContain("<bdi class=\"record\" lang=\"fr\" dir=\"ltr\">Mira Kaldane</bdi>");
        page.Markup.ShouldContain("<bdi class=\"record\" lang=\"ar\" dir=\"rtl\">ميرا كلدان</bdi>");
        page.Markup.ShouldContain("<bdi class=\"record\" dir=\"ltr\">m•••••@example.org</bdi>");
        page.Text.ShouldNotContain("Proof of");
    }

    [Fact]
    public async Task Nothing_chosen_and_what_the_form_does_not_have_are_told_and_begin_nothing()
    {
        var page = await _client.GetAsync(Links.ChooseUpdate);
        var nothing = await _client.PostFormAsync(page, "choose");
        nothing.Title.ShouldStartWith("Error: What do you want to change?");
        nothing.Text.ShouldContain("Nothing is chosen yet. Nothing was changed. Tick what you want to change.");
        nothing.Body.ShouldContain("href=\"/update/choose#choose-fullName\"");
        foreach (var unknown in new[] { "UIN", "proofOfIdentity", "individualBiometrics", "nothing" })
        {
            (await _client.PostFormAsync(page, "choose", ("Chosen", unknown))).Text.ShouldContain("This is not among what you chose, or cannot be changed here.");
        }

        (await _portal.InDatabaseAsync(database => Task.FromResult(database.UpdateDrafts.Count()))).ShouldBe(0);
    }

    [Fact]
    public async Task The_task_list_names_each_task_with_its_state_and_how_the_answers_are_kept()
    {
        var page = await _client.ChooseChangesAsync("fullName", "phone");
        foreach (var words in new[] { "0 of 3 done", "Full name To do", "Phone To do", "Paper: Proof of identity To do", "We keep your answers until ", "With it you can go on where you stopped, on another device." })
        {
            page.Text.ShouldContain(words);
        }

        page.Text.ShouldMatch("Your resume code [A-Z2-9]{4}-[A-Z2-9]{4} ");
        page.Text.ShouldNotContain("Check and send");
        (await _client.GetAsync(Links.ChooseUpdate)).Body.ShouldMatch("id=\"choose-fullName\" name=\"Chosen\" value=\"fullName\" checked");
        (await _client.GetAsync(Links.CheckUpdate)).Location.ShouldBe(Links.Update);
    }

    [Fact]
    public async Task A_name_is_asked_in_each_language_beside_what_is_recorded_and_what_is_wrong_stands_at_its_own_language()
    {
        await _client.ChooseChangesAsync("fullName");
        var page = await _client.GetAsync("/update/answer/fullName");
        page.Text.ShouldContain("Full name (English) In your record now: Meera Kaldan");
        page.Markup.ShouldMatch("<input [^>]*id=\"Text.ara\" name=\"Text.ara\" value=\"ميرا كلدان\"[^>]* lang=\"ar\"\\s+dir=\"rtl\"");
        page.Body.ShouldMatch("<input [^>]*id=\"Text.eng\"[^>]* autocomplete=\"name\"");
        page.Body.ShouldMatch("<input [^>]*id=\"Text.fra\"[^>]* autocomplete=\"off\"");

        var wrong = await _client.PostFormAsync(page, "answer", ("Text.eng", "Meera Anand"), ("Text.fra", "X"), ("Text.ara", "ميرا أناند"));
        wrong.Status.ShouldBe(HttpStatusCode.OK);
        wrong.Title.ShouldStartWith("Error: Full name");
        wrong.Body.ShouldContain("href=\"/update/answer/fullName#Text.fra\"");
        wrong.Body.ShouldContain("id=\"Text.fra-error\"");
        wrong.Body.ShouldNotContain("id=\"Text.eng-error\"");
        wrong.Body.ShouldContain("value=\"Meera Anand\"");

        var right = await _client.PostFormAsync(page, "answer", ("Text.eng", "Meera Anand"), ("Text.fra", "Mira Anand"), ("Text.ara", "ميرا أناند"));
        right.Location.ShouldBe("/update/papers/proofOfIdentity");
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("1 of 2 done Full name Done");
        (await _client.GetAsync("/update/answer/fullName")).Body.ShouldContain("value=\"Mira Anand\"");
    }

    [Fact]
    public async Task What_the_record_says_already_is_no_change()
    {
        await _client.ChooseChangesAsync("fullName");
        var same = await _client.AnswerAsync("fullName", ("Text.eng", "Meera Kaldan"), ("Text.fra", "Mira Kaldane"), ("Text.ara", "ميرا كلدان"));
        same.Text.ShouldContain("Your record says this already. Your other answers are kept. Enter what is new, or take it out.");
    }

    [Theory]
    [InlineData("31", "2", "1990")]
    [InlineData("1", "", "1990")]
    [InlineData("x", "2", "1990")]
    [InlineData("1", "1", "2990")]
    public async Task A_day_that_is_none_is_told_at_the_first_of_its_three_fields(string day, string month, string year)
    {
        await _client.ChooseChangesAsync("dateOfBirth");
        var answer = await _client.AnswerAsync("dateOfBirth", ("Day", day), ("Month", month), ("Year", year));
        answer.Text.ShouldContain("There is no such day, or it has not come yet. Your other answers are kept. Enter day, month and year.");
        answer.Body.ShouldContain("href=\"/update/answer/dateOfBirth#Day\"");
        answer.Body.ShouldContain($"id=\"Day\" name=\"Day\" value=\"{day}\"");
    }

    [Fact]
    public async Task A_date_is_typed_in_three_fields_that_hold_the_recorded_day_with_the_names_of_months()
    {
        await _client.ChooseChangesAsync("dateOfBirth");
        var page = await _client.GetAsync("/update/answer/dateOfBirth");
        page.Body.ShouldContain("id=\"Day\" name=\"Day\" value=\"17\" inputmode=\"numeric\" autocomplete=\"bday-day\"");
        page.Body.ShouldContain("<option value=\"5\" selected>May</option>");
        page.Body.ShouldNotContain("type=\"date\"");
        (await _client.PostFormAsync(page, "answer", ("Day", "٧"), ("Month", "5"), ("Year", "1990"))).Location.ShouldBe("/update/papers/proofOfIdentity");
    }

    [Fact]
    public async Task Places_are_asked_from_the_widest_to_the_narrowest_and_a_narrow_one_waits_for_the_wider()
    {
        (await _client.ChooseChangesAsync("region")).Text.ShouldContain("Region To do Province To do City To do Zone To do Paper: Proof of address To do");
        var region = await _client.GetAsync("/update/answer/region");
        region.Text.ShouldContain("Casablanca Settat");
        region.Body.ShouldContain("type=\"radio\"");
        (await _client.PostFormAsync(region, "answer")).Text.ShouldContain("Nothing is entered here, and your record needs it.");
        (await _client.PostFormAsync(region, "answer", ("Text", "nowhere"))).Text.ShouldContain("This can no longer be chosen.");
        (await _client.PostFormAsync(region, "answer", ("Text", "CST"))).Location.ShouldBe("/update/answer/province");
        (await _client.GetAsync("/update/answer/zone")).Text.ShouldContain("The place around this one comes first. Your answers are kept. Answer that one, then come back.");
        (await _client.AnswerAsync("province", ("Text", "CAS"))).Location.ShouldBe("/update/answer/city");
    }

    [Fact]
    public async Task A_page_of_a_draft_that_is_not_open_leads_to_the_overview_and_an_unknown_field_is_not_found()
    {
        foreach (var path in new[] { "/update/answer/fullName", "/update/contact/phone", Links.CheckUpdate })
        {
            (await _client.GetAsync(path)).Location.ShouldBe(Links.Update);
        }

        await _client.ChooseChangesAsync("phone");
        (await _client.GetAsync("/update/answer/fullName")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _client.GetAsync("/update/answer/nothing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await _client.GetAsync("/update/contact/phone")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answers_are_thrown_away_by_one_press_and_a_second_press_finds_nothing_left()
    {
        var page = await _client.ChooseChangesAsync("phone");
        (await _client.PostFormAsync(page, "forget")).Location.ShouldBe(Links.Update);
        (await _client.PostFormAsync(page, "forget")).Location.ShouldBe(Links.Update);
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("Choose what to change");
        (await _portal.InDatabaseAsync(database => Task.FromResult(database.UpdateDrafts.Count()))).ShouldBe(0);
    }

    [Fact]
    public async Task Changing_the_language_keeps_what_was_typed_and_saves_nothing()
    {
        await _client.ChooseChangesAsync("fullName");
        var page = await _client.GetAsync("/update/answer/fullName");
        var arabic = await _client.PostFormAsync(page, "answer", ("Text.eng", "Meera Anand"), ("Text.fra", "Mira"), ("Text.ara", "ميرا"), ("language", "ar"));
        arabic.Text.ShouldContain("الاسم الكامل");
        arabic.Body.ShouldContain("value=\"Meera Anand\"");
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("0");
        (await _client.GetAsync("/update/answer/fullName")).Body.ShouldNotContain("Meera Anand");
    }
}
