using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Updates;

/// <summary>The page where a new phone or e-mail address is proved.</summary>
public sealed class NewContactPageTests : IAsyncLifetime
{
    private const string NewPhone = "9876511111";
    private const string Page = "/update/contact/phone";

    private PortalHost _portal = default!;
    private PortalClient _client = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync();
        _client = new PortalClient(_portal);
        await _client.SignInAsync();
        await _client.ChooseChangesAsync("phone");
        (await _client.AnswerAsync("phone", ("Text", "98765 11111"))).Location.ShouldBe(Page);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task The_new_contact_is_shown_and_nothing_is_sent_until_it_is_asked_for()
    {
        var page = await _client.GetAsync(Page);
        page.Text.ShouldContain($"Check your new contact Phone {NewPhone}");
        page.Text.ShouldContain("Send the code there");
        page.Text.ShouldContain("This is wrong, change it");
        page.Title.ShouldNotContain(NewPhone);
        _portal.Sandbox.State.Outbox.To(NewPhone).ShouldBeEmpty();
        (await _client.GetAsync("/update/answer/phone")).Body.ShouldMatch("<input [^>]*id=\"Text\"[^>]* type=\"tel\"[^>]* autocomplete=\"tel\"");
    }

    [Fact]
    public async Task The_code_that_arrives_there_proves_it_and_a_second_press_is_led_on()
    {
        (await _client.PostFormAsync(await _client.GetAsync(Page), ["send"])).Location.ShouldBe(Page);
        var page = await _client.GetAsync(Page);
        page.Text.ShouldContain("A code is on its way to this new contact.");
        page.Body.ShouldContain("autocomplete=\"one-time-code\"");
        (await _client.PostFormAsync(page, "code", ("Code", string.Empty))).Text.ShouldContain("Type the code from the message.");
        var code = await _portal.ReadCodeAsync(NewPhone);
        (await _client.PostFormAsync(page, "code", ("Code", string.Equals(code, "000000", StringComparison.Ordinal) ? "111111" : "000000"))).Text.ShouldContain("That code is not right.");
        (await _client.PostFormAsync(page, "code", ("Code", code))).Location.ShouldBe(Links.CheckUpdate);
        (await _client.PostFormAsync(page, "code", ("Code", code))).Location.ShouldBe(Links.Update);
        (await _client.GetAsync(Page)).Text.ShouldContain("This contact is yours: the code arrived and was right.");
        (await _client.GetAsync(Links.Update)).Text.ShouldContain("2 of 2 done Phone Done Code for the new contact: Phone Done");
        _portal.Sandbox.State.Outbox.To(Residents.MeerasPhone).ShouldNotContain(message => string.Equals(message.Code, code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_contact_that_is_changed_afterwards_is_to_be_proved_again()
    {
        await _client.PostFormAsync(await _client.GetAsync(Page), ["send"]);
        await _client.PostFormAsync(await _client.GetAsync(Page), "code", ("Code", await _portal.ReadCodeAsync(NewPhone)));
        (await _client.AnswerAsync("phone", ("Text", "9876522222"))).Location.ShouldBe(Page);
        (await _client.GetAsync(Page)).Text.ShouldContain("9876522222 We send a code there, so that nothing goes to a stranger.");
    }

    [Fact]
    public async Task What_is_no_contact_is_told_at_the_field()
    {
        var answer = await _client.AnswerAsync("phone", ("Text", "12"));
        answer.Text.ShouldContain("This is not a phone number we can reach. Nothing was sent. Type it with all its digits.");
        answer.Body.ShouldContain("id=\"Text-error\"");
    }
}
