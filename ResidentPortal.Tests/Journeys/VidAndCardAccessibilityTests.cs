using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of stand-in numbers and cards.</summary>
[Collection("walks")]
public sealed class VidAndCardAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private protected override async Task WalkAsync(Visit visit)
    {
        await visit.SignInAsync(Portal);
        await WalkVidsAsync(visit);
        await WalkVidLinkAsync(visit);
        var text = await WalkCardAsync(visit);
        await WalkOrderAsync(visit);
        await WalkCheckAsync(visit, text);
    }

    private async Task WalkVidsAsync(Visit visit)
    {
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.Button(visit.Words["Vids.Show"]).ClickAsync();
        await visit.Page.Locator(".revealed-digits").WaitForAsync();
        foreach (var more in new[] { "Vids.Label", "Vids.Stop" })
        {
            await visit.Page.GetByText(visit.Words[more]).First.ClickAsync();
        }

        await JudgeAsync(visit, "a number, shown, with everything open");
        Portal.Sandbox.Faults.Set("idrepository.vid.list", FaultNames.Http403);
        await visit.OpenInteractiveAsync(Links.Vids);
        await JudgeAsync(visit, "no numbers");
        Portal.Sandbox.Faults.Clear();
        await visit.OpenAsync(Links.VidNumber);
        await JudgeAsync(visit, "no number chosen");
    }

    private async Task WalkVidLinkAsync(Visit visit)
    {
        await visit.OpenInteractiveAsync(Links.Vids);
        await visit.Page.GetByText(visit.Words["Vids.Stop"]).First.ClickAsync();
        await visit.Button(visit.Words["Vids.Stop.Act"]).First.ClickAsync();
        await using var other = await AnotherVisitAsync();
        await other.OpenAsync(Links.VidLinkOf("dead"));
        await JudgeAsync(other, "link to a number, used up");
        await other.OpenAsync(await Portal.ReadLinkAsync("/vids/link/"));
        await JudgeAsync(other, "link to a number");
        await Portal.ForgetAttemptsAsync();
        await other.Button(other.Words["SignIn.Send"]).ClickAsync();
        await other.Field(other.Words["Code.Field"]).WaitForAsync();
        await other.Button(other.Words["Vids.Link.Enter"]).ClickAsync();
        await other.SeeAsync(other.Words["Code.Field.Empty"]);
        await JudgeAsync(other, "link to a number with an error");
        await other.EnterCodeAsync(Portal, other.Words["Vids.Link.Enter"]);
        await other.Page.Locator(".revealed-digits").WaitForAsync();
        await JudgeAsync(other, "number behind a link");
    }

    private async Task<string> WalkCardAsync(Visit visit)
    {
        await visit.OpenAsync(Links.Card);
        await JudgeAsync(visit, "card");
        await visit.Page.Locator("input[type=radio]").Nth(1).CheckAsync();
        Portal.Sandbox.Faults.Set("idrepository.vid.list", FaultNames.Http403);
        await visit.Button(visit.Words["Card.Make"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "card with an error");
        Portal.Sandbox.Faults.Clear();
        await visit.OpenAsync(Links.Card);
        await visit.Button(visit.Words["Card.Make"]).ClickAsync();
        await visit.Button(visit.Words["Card.Link.Send"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Card.Link.Sent"]);
        await JudgeAsync(visit, "card that waits");
        await visit.Button(visit.Words["Card.Password.Show"]).ClickAsync();
        await visit.Page.Locator(".letters").WaitForAsync();
        await JudgeAsync(visit, "card with its password");

        await using var other = await AnotherVisitAsync();
        await other.OpenAsync(await Portal.ReadCardLinkAsync());
        await JudgeAsync(other, "link");
        await Portal.ForgetAttemptsAsync();
        await other.Button(other.Words["SignIn.Send"]).ClickAsync();
        await other.Field(other.Words["Code.Field"]).WaitForAsync();
        await other.Button(other.Words["Card.Link.Enter"]).ClickAsync();
        await other.SeeAsync(other.Words["Code.Field.Empty"]);
        await JudgeAsync(other, "link with an error");
        await other.EnterCodeAsync(Portal, other.Words["Card.Link.Enter"]);
        await other.SeeAsync(other.Words["Card.Ready"]);
        await JudgeAsync(other, "link that was opened");
        var download = await other.Page.RunAndWaitForDownloadAsync(() => other.Button(other.Words["Card.Download"]).ClickAsync());
        using var file = new Cards.CardFile(await File.ReadAllBytesAsync(await download.PathAsync()));
        await visit.OpenAsync(new Uri(visit.Page.Url).AbsolutePath);
        await JudgeAsync(visit, "card that was handed out");
        return await Cards.CardSpecimens.ReadQrAsync(file.Path, "MEER1990");
    }

    private async Task WalkOrderAsync(Visit visit)
    {
        await visit.OpenAsync(Links.OrderCard);
        await JudgeAsync(visit, "order");
        await visit.Button(visit.Words["Order.Act"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Order.Next.Recorded"]);
        await JudgeAsync(visit, "order taken");
        var order = new Uri(visit.Page.Url).AbsolutePath;
        await visit.OpenAsync(Links.OrderCard);
        await JudgeAsync(visit, "order that is open");
        foreach (var days in new[] { 3, 4 })
        {
            Portal.Sandbox.State.Age(TimeSpan.FromDays(days));
            await Portal.AgeLooksAtOrdersAsync();
            await visit.OpenAsync(order);
            await JudgeAsync(visit, $"order after {days} days more");
        }

        Portal.Sandbox.Faults.Set("idrepository.identity.read", FaultNames.Http403);
        await visit.OpenAsync(Links.OrderCard);
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "order with an error");
        Portal.Sandbox.Faults.Clear();
    }

    private async Task WalkCheckAsync(Visit visit, string text)
    {
        foreach (var (typed, seen) in new[] { (string.Empty, visit.Words["Check.Empty"]), ("ABC", visit.Problem("cards.notACard")), (text, visit.Words["Check.Genuine"]) })
        {
            await visit.OpenAsync(Links.CheckCard);
            await visit.Field(visit.Words["Check.Text"]).FillAsync(typed);
            await visit.Button(visit.Words["Check.Act"]).ClickAsync();
            await visit.SeeAsync(seen);
            await JudgeAsync(visit, $"checked: {seen}");
        }
    }
}
