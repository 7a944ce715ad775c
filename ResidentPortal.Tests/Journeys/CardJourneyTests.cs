using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ResidentPortal.Tests.Cards;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>The card as residents get it: made, opened with its password, fetched once, here or by a link; checked by others; ordered by post.</summary>
[Collection("browser")]
public sealed class CardJourneyTests(Browser browser) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("card-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_masked_card_opens_with_the_password_that_was_shown_is_handed_out_once_and_holds_before_Check_a_card()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.Card);
        await Assertions.Expect(visit.Page.GetByLabel("Masked ID number: ••••••8651")).ToBeCheckedAsync();
        await visit.Button("Make my card").ClickAsync();
        await visit.SeeAsync("We opened it with its password: it works. Fetch it by __:__, once.");
        await visit.Button("Show the password").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".revealed-digits")).ToHaveTextAsync("MEER1990");
        await Assertions.Expect(visit.Page.Locator(".letters li")).ToHaveTextAsync([.. "MEER".Select(letter => $"{letter} capital"), .. "1990".Select(digit => $"{digit} digit")]);
        var file = await DownloadAsync(visit);
        (await OutsideTools.AskAsync("qpdf", "--password=MEER1990", "--check", file)).ExitCode.ShouldBe(0);
        (await OutsideTools.AskAsync("qpdf", "--check", file)).ExitCode.ShouldBe(2);

        await visit.Page.ReloadAsync();
        await visit.SeeAsync("The file was handed out at __:__. Nothing of it is kept here.");
        await Assertions.Expect(visit.Button("Download the card (PDF)")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Button("Send me the link")).ToHaveCountAsync(0);
        visit.ShouldBeWithoutComplaints();

        var text = await CardSpecimens.ReadQrAsync(file, "MEER1990");
        await using var verifier = await browser.VisitAsync(portal, width: 320, hasScript: false);
        await CheckAsync(verifier, text);
        await verifier.SeeAsync("This card is genuine");
        await verifier.SeeAsync("Meera Kaldan");
        await verifier.SeeAsync("It was signed with a key of: http://localhost");
        (await verifier.OverflowsAsync()).ShouldBeFalse();
        await CheckAsync(verifier, text[..^20] + (text[^20] is 'A' ? 'B' : 'A') + text[^19..]);
        await verifier.SeeAsync(verifier.Problem("cards.notACard"));
        await Assertions.Expect(verifier.Page).ToHaveTitleAsync(new Regex("^Error: ", RegexOptions.None, TimeSpan.FromSeconds(1)));
        verifier.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task A_second_press_on_Download_leads_back_to_the_page_that_says_what_became_of_the_file()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390, hasScript: false);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.Card);
        await visit.Page.GetByLabel("Whole ID number").CheckAsync();
        await visit.Button("Make my card").ClickAsync();
        await DownloadAsync(visit);
        await visit.Button("Download the card (PDF)").ClickAsync();
        await visit.SeeAsync("The file was handed out at __:__.");
        await Assertions.Expect(visit.Button("Download the card (PDF)")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_link_opens_the_card_on_another_device_with_a_code_once()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, width: 390);
        await visit.SignInAsync(portal);
        await visit.OpenAsync(Links.Card);
        await visit.Button("Make my card").ClickAsync();
        await visit.Button("Send me the link").ClickAsync();
        await visit.SeeAsync("The link is on its way to your registered contacts.");
        var link = await portal.ReadCardLinkAsync();

        await using var other = await browser.VisitAsync(portal, width: 320, hasScript: false);
        await other.OpenAsync(link);
        await other.SeeAsync("A card waits here until __:__. To open it, a code goes to the registered phone or email.");
        await other.Button("Send me a code").ClickAsync();
        await other.SeeAsync("A code is on its way to your phone.");
        await other.Field("Code").FillAsync("000000");
        await other.Button("Open the card").ClickAsync();
        await other.SeeAsync("That code is not right.");
        await other.EnterCodeAsync(portal, "Open the card");
        await other.SeeAsync("Your card is ready");
        await Assertions.Expect(other.Button("Send me the link")).ToHaveCountAsync(0);
        await Assertions.Expect(other.Button("Sign out")).ToHaveCountAsync(0);
        await other.Button("Show the password").ClickAsync();
        await Assertions.Expect(other.Page.Locator(".revealed-digits")).ToHaveTextAsync("MEER1990");
        (await OutsideTools.AskAsync("qpdf", "--password=MEER1990", "--check", await DownloadAsync(other))).ExitCode.ShouldBe(0);
        (await other.OverflowsAsync()).ShouldBeFalse();

        await other.OpenAsync(link);
        await other.SeeAsync("This card can no longer be fetched here: it was fetched, or its time is over.");
        await other.OpenAsync(Links.Home);
        await other.SeeHeadingAsync("Sign in");
        await visit.Page.ReloadAsync();
        await visit.SeeAsync("The file was handed out at __:__.");
        other.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task A_printed_card_is_ordered_to_the_masked_address_followed_to_the_door_and_only_then_ordered_again()
    {
        await using var portal = await PortalHost.StartAsync();
        await using var visit = await browser.VisitAsync(portal, "ar", width: 320, hasScript: false);
        var words = visit.Words;
        await visit.SignInAsync(portal);
        await portal.AgeEnteredCodesAsync(TimeSpan.FromMinutes(6));
        await visit.OpenAsync(Links.OrderCard);
        await visit.SeeAsync(words["Order.Price.None"]);
        var address = await visit.Page.Locator("main").InnerTextAsync();
        address.ShouldContain("•••");
        var street = portal.Sandbox.State.FindIdentity(Residents.Meera, "UIN").AddressIn("ara")[0];
        address.ShouldNotContain(street);
        await ShouldFitAsync();
        await visit.Button(words["Order.Act"]).ClickAsync();
        await visit.SeeHeadingAsync(words["Confirm.Title"]);
        await ShouldFitAsync();
        await visit.Button(words["SignIn.Send"]).ClickAsync();
        await visit.EnterCodeAsync(portal, words["Confirm.Submit"]);
        foreach (var (age, stage) in new[] { (TimeSpan.Zero, "Recorded"), (TimeSpan.FromMinutes(2), "WithPrinter"), (TimeSpan.FromHours(2), "Printing"), (TimeSpan.FromDays(1), "Printed"), (TimeSpan.FromDays(1), "InTransit") })
        {
            await MoveAsync(age);
            await visit.SeeAsync(words[$"Order.Next.{stage}"]);
            await Assertions.Expect(visit.Page.Locator("[aria-current=step]")).ToContainTextAsync(words[$"Order.Stage.{stage}"]);
            await ShouldFitAsync();
        }

        var order = visit.Page.Url;
        await visit.OpenAsync(Links.OrderCard);
        await visit.SeeAsync(words["Order.Open"].Split("{time}")[0]);
        await Assertions.Expect(visit.Button(words["Order.Act"])).ToHaveCountAsync(0);
        await visit.Link(words["Order.Follow"]).ClickAsync();
        visit.Page.Url.ShouldBe(order);
        await MoveAsync(TimeSpan.FromDays(4));
        await visit.SeeAsync(words["Order.Next.Delivered"]);
        await visit.OpenAsync(Links.OrderCard);
        await Assertions.Expect(visit.Button(words["Order.Act"])).ToBeVisibleAsync();
        portal.Sandbox.Calls.Count("credentialrequest.generate").ShouldBe(1);
        visit.ShouldBeWithoutComplaints();

        async Task MoveAsync(TimeSpan by)
        {
            portal.Sandbox.State.Age(by);
            await portal.AgeLooksAtOrdersAsync();
            await visit.Link(words["Receipt.LookAgain"]).ClickAsync();
        }

        async Task ShouldFitAsync() => (await visit.OverflowsAsync()).ShouldBeFalse(visit.Page.Url);
    }

    private static async Task CheckAsync(Visit verifier, string text)
    {
        await verifier.OpenAsync(Links.CheckCard);
        await verifier.Field("Text of the QR code").FillAsync(text);
        await verifier.Button("Check the card").ClickAsync();
    }

    private async Task<string> DownloadAsync(Visit visit)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Button("Download the card (PDF)").ClickAsync());
        download.SuggestedFilename.ShouldBe("id-card.pdf");
        var path = Path.Combine(_folder, $"{Guid.NewGuid():N}.pdf");
        await download.SaveAsAsync(path);
        return path;
    }
}
