using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ResidentPortal.Tests.Updates.Corpus;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>Changing one's data as residents do it: on a phone, in pieces, on lines that are lost, on two devices, by keys alone.</summary>
[Collection("browser")]
public sealed class UpdateJourneyTests(Browser browser)
{
    private const string NewPhone = "9876566666";

    private static readonly FilePayload Passport = new() { Name = "passport.jpg", MimeType = "image/jpeg", Buffer = PictureForge.Jpeg(PictureForge.Page()) };

    [Fact]
    public async Task Without_script_a_resident_changes_name_and_phone_sends_it_and_follows_it()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390, hasScript: false);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.Update);
        await visit.Link("Choose what to change").ClickAsync();
        await ChooseAsync(visit, "Full name", "Phone");
        await visit.Link("Full name").ClickAsync();
        await NameAsync(visit);
        await visit.SeeHeadingAsync("Phone");
        await visit.Field("Phone: what it should be").FillAsync(NewPhone);
        await SaveAsync(visit);
        await visit.Button("Send the code there").ClickAsync();
        await visit.EnterCodeAsync(portal, "Confirm this contact", NewPhone);
        await AddPaperAsync(visit);
        await visit.SeeHeadingAsync("Check your changes");
        (await visit.Page.Locator("main").InnerTextAsync()).ShouldContain(NewPhone);
        await visit.Page.GetByLabel("I agree that the ID office checks these answers").CheckAsync();
        await visit.Button("Send my changes").ClickAsync();
        await visit.SeeHeadingAsync("Your change of data");
        await visit.SeeAsync("The ID office has it and works on it. Your record is not changed yet.");
        await Assertions.Expect(visit.Page.Locator("[aria-current=step]")).ToHaveCountAsync(1);
        portal.Sandbox.State.Packets.All.ShouldHaveSingleItem().Changes.ShouldBe(["fullName", "phone", "proofOfIdentity"], ignoreOrder: true);
        (await visit.OverflowsAsync()).ShouldBeFalse();

        // Without naming either: whoever did not ask for it can still stop it.
        foreach (var contact in new[] { Residents.MeerasPhone, NewPhone })
        {
            await Eventually.TrueAsync(
                () => portal.Sandbox.State.Outbox.To(contact).Any(message => message.Text.Contains("asked to change the registered phone or e-mail address", StringComparison.Ordinal)), TimeSpan.FromSeconds(90), $"{contact} was not told.");
        }

        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task A_browser_that_is_killed_after_each_answer_loses_only_the_page_being_filled_in_and_another_device_goes_on_with_the_code()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var first = await browser.VisitAsync(portal, width: 390);
        await first.SignInAsync(portal);
        await first.OpenAsync(Links.ChooseUpdate);
        await ChooseAsync(first, "Full name", "Postal code");
        var cookies = await first.Context.CookiesAsync();

        await using var second = await ReopenAsync(portal, cookies);
        await second.OpenAsync("/update/answer/fullName");
        await NameAsync(second);
        await second.SeeHeadingAsync("Postal code");
        await second.Field("Postal code: what it should be").FillAsync("20250");

        // The postal code was typed and not sent: that page alone is lost.
        await using var third = await ReopenAsync(portal, cookies);
        await third.OpenAsync(Links.Update);
        await third.SeeAsync("1 of 4 done");
        await third.OpenAsync("/update/answer/fullName");
        await Assertions.Expect(third.Field("Full name (English)")).ToHaveValueAsync("Meera Anand");
        await third.OpenAsync("/update/papers/proofOfIdentity");
        await AddPaperAsync(third);
        await third.OpenAsync(Links.Update);
        await third.SeeAsync("2 of 4 done");
        var code = await third.Page.Locator(".revealed-digits").InnerTextAsync();

        await using var other = await browser.VisitAsync(portal, width: 320, hasScript: false);
        await other.SignInAsync(portal);
        await other.OpenAsync(Links.Update);
        await Assertions.Expect(other.Page.GetByText("Meera Anand")).ToHaveCountAsync(0);
        await other.Field("Resume code").FillAsync(code.ToLowerInvariant());
        await other.Button("Go on here").ClickAsync();
        await other.SeeAsync("2 of 4 done");
        await other.OpenAsync("/update/answer/fullName");
        await Assertions.Expect(other.Field("Full name (English)")).ToHaveValueAsync("Meera Anand");
        await other.OpenAsync("/update/papers/proofOfIdentity");
        await other.SeeAsync("A paper is there");
        (await other.OverflowsAsync()).ShouldBeFalse();
        other.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_resident_changes_the_language_of_messages()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.ChooseUpdate);
        await visit.TabToAsync(visit.Page.GetByLabel("Language of messages"));
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.TabToAsync(visit.Link("Language of messages"));
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.TabToAsync(visit.Page.GetByLabel("English"));
        await visit.Page.Keyboard.PressAsync("ArrowDown");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeHeadingAsync("Check your changes");
        await visit.TabToAsync(visit.Page.GetByLabel("I agree that the ID office checks these answers"));
        await visit.Page.Keyboard.PressAsync("Space");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeHeadingAsync("Your change of data");
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task In_Arabic_on_the_smallest_phone_a_name_is_changed_from_right_to_left()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, "ar", width: 320, hasScript: false);
        var words = visit.Words;
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.ChooseUpdate);
        await visit.Page.GetByLabel("الاسم الكامل").CheckAsync();
        await visit.Button(words["Update.Choose.Go"]).ClickAsync();
        await visit.OpenAsync("/update/answer/fullName");
        await Assertions.Expect(visit.Page.Locator("[id='Text.ara']")).ToHaveValueAsync("ميرا كلدان");
        (await visit.Page.Locator("[id='Text.eng']").EvaluateAsync<string>("field => getComputedStyle(field).direction")).ShouldBe("ltr");
        (await visit.Page.Locator("[id='Text.ara']").EvaluateAsync<string>("field => getComputedStyle(field).direction")).ShouldBe("rtl");
        await visit.Page.Locator("[id='Text.ara']").FillAsync("ميرا أناند");
        await visit.Button(words["Update.Save"]).ClickAsync();
        await visit.SeeHeadingAsync("إثبات الهوية");
        (await visit.OverflowsAsync()).ShouldBeFalse();
        visit.ShouldBeWithoutComplaints();
    }

    private static async Task ChooseAsync(Visit visit, params string[] labels)
    {
        foreach (var label in labels)
        {
            await visit.Page.GetByRole(AriaRole.Checkbox, new() { Name = label, Exact = true }).CheckAsync();
        }

        await visit.Button("Go on with these").ClickAsync();
        await visit.SeeAsync("Do these in any order.");
    }

    private static async Task NameAsync(Visit visit)
    {
        await visit.Field("Full name (English)").FillAsync("Meera Anand");
        await visit.Field("Full name (Français)").FillAsync("Mira Anand");
        await visit.Field("Full name (العربية)").FillAsync("ميرا أناند");
        await SaveAsync(visit);
    }

    private static Task SaveAsync(Visit visit) => visit.Button("Keep this and go on").ClickAsync();

    private static async Task AddPaperAsync(Visit visit)
    {
        await visit.SeeHeadingAsync("Proof of identity");
        await visit.Page.GetByLabel("Passport").CheckAsync();
        await visit.Field("The file").SetInputFilesAsync(Passport);
        await visit.Button("Add this paper").ClickAsync();
        await Assertions.Expect(visit.Page).Not.ToHaveURLAsync(new Regex("/update/papers/proofOfIdentity$", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    private async Task<Visit> ReopenAsync(PortalHost portal, IReadOnlyList<BrowserContextCookiesResult> cookies)
    {
        var visit = await browser.VisitAsync(portal, width: 390);
        await visit.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, Secure = cookie.Secure, HttpOnly = cookie.HttpOnly, SameSite = cookie.SameSite,
        }));
        return visit;
    }
}
