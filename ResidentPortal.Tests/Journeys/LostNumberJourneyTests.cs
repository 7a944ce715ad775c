using Microsoft.Playwright;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>Somebody who lost a number finds it, and somebody sees that a contact works: without script, by keyboard, in both directions, and before axe in every state.</summary>
[Collection("browser")]
public sealed class LostNumberJourneyTests(Browser browser) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("letter-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("en", 320)]
    [InlineData("ar", 1280)]
    public async Task A_lost_number_is_found_and_every_state_stands_before_axe(string language, int width)
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, language, width);
        List<string> faults = [];
        await visit.OpenAsync(Links.Welcome);
        await visit.Link(visit.Words["Lost.Title"]).ClickAsync();
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Lost.Empty.FullName"]);
        await JudgeAsync("lost number with errors");

        await visit.Page.GetByLabel(visit.Words["Lost.Kind.Uin"]).CheckAsync();
        await visit.Field(visit.Words["Lost.Name"]).FillAsync("Meera Kaldan");
        await visit.Field(visit.Words["Lost.Contact"]).FillAsync(Residents.MeerasEmail);
        await visit.Field(visit.Words["Lost.PostalCode"]).FillAsync("14022");
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Code.Title"]);
        await visit.SeeAsync(visit.Words["Lost.Sent.Email"]);
        await JudgeAsync("lost number, code");

        await visit.EnterCodeAsync(portal, visit.Words["Lost.Enter"], Residents.MeerasEmail);
        await visit.SeeHeadingAsync(visit.Words["Lost.Taken"]);
        (await visit.OverflowsAsync()).ShouldBeFalse();
        await JudgeAsync("lost number, taken");
        var password = await visit.Page.Locator(".revealed-digits").InnerTextAsync();

        await visit.OpenAsync(await portal.ReadLinkAsync("/lost-number/link/"));
        await JudgeAsync("lost number, link");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button(visit.Words["Lost.Fetch"]).ClickAsync());
        download.SuggestedFilename.ShouldBe("letter.pdf");
        var path = Path.Combine(_folder, "letter.pdf");
        await download.SaveAsAsync(path);
        (await OutsideTools.AskAsync("qpdf", "--password=" + password.Trim(), "--check", path)).ExitCode.ShouldBe(0);

        await visit.Button(visit.Words["Lost.Fetch"]).ClickAsync();
        await visit.SeeAsync(visit.Problem("recovery.gone"));
        visit.ShouldBeWithoutComplaints();
        faults.ShouldBeEmpty();

        async Task JudgeAsync(string name) => faults.AddRange(await Axe.JudgeAsync(visit, name));
    }

    [Fact]
    public async Task With_the_keyboard_alone_a_contact_is_seen_to_work()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, "ar", 320);
        await visit.OpenAsync(Links.Verify);
        await visit.Field(visit.Words["SignIn.Number"]).FocusAsync();
        await visit.Page.Keyboard.TypeAsync(Residents.Meera);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeHeadingAsync(visit.Words["Code.Title"]);
        await visit.Field(visit.Words["Code.Field"]).FocusAsync();
        await visit.Page.Keyboard.TypeAsync(await portal.ReadCodeAsync());
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.SeeAsync(visit.Words["Verify.Works.Phone"]);
        await Assertions.Expect(visit.Page.GetByText("••••••0001")).ToBeVisibleAsync();
        (await visit.OverflowsAsync()).ShouldBeFalse();
        (await Axe.JudgeAsync(visit, "verified")).ShouldBeEmpty();

        // The owner finds it among their requests.
        await visit.SignInAsync(portal);
        await visit.Link(visit.Words["Act.VerifyContact"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Verify.Act.Phone"]);
    }

    [Fact]
    public async Task Without_script_a_number_is_asked_for_and_its_owner_sees_it_and_is_led_to_the_locks()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, hasScript: false);
        await visit.OpenAsync(Links.LostNumber);
        await visit.Page.GetByLabel(visit.Words["Lost.Kind.Uin"]).CheckAsync();
        await visit.Field(visit.Words["Lost.Name"]).FillAsync("meera kaldan");
        await visit.Field(visit.Words["Lost.Contact"]).FillAsync("98765 00001");
        await visit.Field(visit.Words["Lost.PostalCode"]).FillAsync("14 022");
        await visit.Button(visit.Words["SignIn.Send"]).ClickAsync();
        await visit.EnterCodeAsync(portal, visit.Words["Lost.Enter"]);
        await visit.SeeHeadingAsync(visit.Words["Lost.Taken"]);
        await portal.ReadLinkAsync("/lost-number/link/");
        await visit.SignInAsync(portal);
        await visit.Link(visit.Words["Act.FindLostNumber"]).ClickAsync();
        await visit.SeeAsync("Somebody asked for this at __:__. The link went to your registered contacts and nowhere else.");
        await visit.SeeAsync(visit.Words["Lost.Act.Uin"]);
        await visit.Link(visit.Words["Receipt.Back.FindLostNumber"]).Last.ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Locks.Title"]);
    }
}
