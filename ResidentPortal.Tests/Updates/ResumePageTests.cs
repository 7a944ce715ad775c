using Microsoft.EntityFrameworkCore;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates;

/// <summary>Going on with a change of data on another device, or in a browser that was closed.</summary>
public sealed class ResumePageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _phone = default!;
    private PortalClient _other = default!;
    private string _code = string.Empty;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        (_phone, _other) = (new PortalClient(_portal), new PortalClient(_portal));
        await _phone.SignInAsync();
        await _phone.ChooseChangesAsync("fullName", "postalCode", "preferredLang");
        await _phone.AnswerAsync("postalCode", ("Text", "20250"));
        var page = await _phone.GetAsync(Links.Update);
        _code = page.Text.Split("Your resume code ")[1][..9];
        await _other.SignInSoonAfterAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _phone.Dispose();
        _other.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task Another_device_shows_no_answer_before_the_code_and_all_of_them_after_it()
    {
        var closed = await _other.GetAsync(Links.Update);
        closed.Text.ShouldContain("You began on another device, last on ");
        closed.Text.ShouldNotContain("Postal code");
        (await _other.GetAsync("/update/answer/postalCode")).Location.ShouldBe(Links.Update);
        (await _other.GetAsync(Links.ChooseUpdate)).Location.ShouldBe(Links.Update);

        (await _other.PostFormAsync(closed, "resume", ("ResumeCode", _code.ToLowerInvariant()))).Location.ShouldBe(Links.Update);
        (await _other.GetAsync(Links.Update)).Text.ShouldContain("Postal code Done");
        (await _other.GetAsync("/update/answer/postalCode")).Body.ShouldContain("value=\"20250\"");
        (await _phone.GetAsync(Links.Update)).Text.ShouldContain("You began on another device, last on ");
    }

    [Fact]
    public async Task A_wrong_code_is_told_at_its_field_and_after_five_the_field_rests()
    {
        var page = await _other.GetAsync(Links.Update);
        var wrong = await _other.PostFormAsync(page, "resume", ("ResumeCode", "AAAA-AAAA"));
        wrong.Text.ShouldContain("That resume code is not right. Your answers are safe. Compare it with the message and type it again.");
        wrong.Body.ShouldContain("href=\"/update#ResumeCode\"");
        for (var tries = 1; tries < 5; tries++)
        {
            await _other.PostFormAsync(page, "resume", ("ResumeCode", "AAAA-AAAA"));
        }

        (await _other.PostFormAsync(page, "resume", ("ResumeCode", _code))).Text.ShouldContain("The resume code was wrong too often, so we wait to protect you. Your answers are safe. Try again at ");
        (await _phone.GetAsync(Links.Update)).Text.ShouldContain("Postal code Done");
    }

    [Fact]
    public async Task The_code_is_sent_again_to_the_registered_contacts_and_never_shown_on_the_other_device()
    {
        var page = await _other.GetAsync(Links.Update);
        page.Text.ShouldNotContain(_code);
        (await _other.PostFormAsync(page, ["send-code"])).Text.ShouldContain("The code is on its way to your registered contacts.");
        await Eventually.TrueAsync(
            () => _portal.Sandbox.State.Outbox.To(Residents.MeerasPhone).Count(message => message.Text.Contains("Your resume code: ", StringComparison.Ordinal)) == 2, TimeSpan.FromSeconds(90), "The code was not sent again.");
    }

    [Fact]
    public async Task Somebody_else_s_sign_in_opens_nothing_with_the_code()
    {
        using var stranger = new PortalClient(_portal);
        await stranger.SignInAsync(Residents.Priya, Residents.PriyasPhone);
        var page = await stranger.GetAsync(Links.Update);
        page.Text.ShouldContain("Choose what to change");
        (await stranger.PostForgedAsync(Links.Update, await stranger.GetAsync(Links.ChooseUpdate), ("_handler", "resume"), ("ResumeCode", _code))).Location.ShouldBe(Links.Update);
        (await stranger.GetAsync(Links.Update)).Text.ShouldContain("Choose what to change");
        (await _phone.GetAsync(Links.Update)).Text.ShouldContain("Postal code Done");
    }

    [Fact]
    public async Task Beginning_anew_says_what_is_lost_and_needs_no_code()
    {
        var page = await _other.GetAsync(Links.Update);
        page.Text.ShouldContain("The answers and papers on the other device are then gone. Your record stays as it is.");
        (await _other.PostFormAsync(page, ["forget"])).Location.ShouldBe(Links.Update);
        (await _other.GetAsync(Links.Update)).Text.ShouldContain("Choose what to change");
    }

    [Fact]
    public async Task A_browser_that_is_killed_after_each_answer_loses_nothing()
    {
        using var first = _phone.Reopened();
        (await first.AnswerAsync("preferredLang", ("Text", "ara"))).Location.ShouldBe("/update/papers/proofOfIdentity");
        using var second = first.Reopened();
        await second.AnswerAsync("fullName", ("Text.eng", "Meera Anand"), ("Text.fra", "Mira Anand"), ("Text.ara", "ميرا أناند"));
        using var third = second.Reopened();
        (await third.GetAsync(Links.Update)).Text.ShouldContain("3 of 5 done");
        (await third.GetAsync("/update/answer/fullName")).Body.ShouldContain("value=\"Mira Anand\"");
        (await third.GetAsync("/update/answer/postalCode")).Body.ShouldContain("value=\"20250\"");
        (await third.GetAsync("/update/answer/preferredLang")).Body.ShouldContain("value=\"ara\" checked");
    }

    [Fact]
    public async Task R_26_A_form_that_was_open_while_the_line_was_gone_for_two_minutes_is_taken_as_it_is()
    {
        var page = await _phone.GetAsync("/update/answer/fullName");
        await _portal.InDatabaseAsync(async database =>
        {
            foreach (var session in await database.Sessions.ToListAsync())
            {
                session.LastSeenAt -= TimeSpan.FromMinutes(2);
            }

            return await database.SaveChangesAsync();
        });
        using var back = _phone.Reopened();
        (await back.PostFormAsync(page, "answer", ("Text.eng", "Meera Anand"), ("Text.fra", "Mira Anand"), ("Text.ara", "ميرا أناند"))).Location.ShouldNotBeNull();
        (await back.GetAsync(Links.Update)).Text.ShouldContain("Full name Done");
    }
}
