using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of stand-in numbers and cards.</summary>
[Collection("browser")]
public sealed class VidAndCardAccessibilityTests(Browser browser) : IAsyncLifetime
{
    private readonly List<string> _faults = [];
    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("ar", 320)]
    [InlineData("en", 1280)]
    public Task Every_state_stands_before_axe(string language, int width) => WalkAsync(language, width);

    [Theory(Explicit = true)]
    [Trait("matrix", "full")]
    [InlineData("en", 320)]
    [InlineData("en", 768)]
    [InlineData("fr", 320)]
    [InlineData("fr", 768)]
    [InlineData("fr", 1280)]
    [InlineData("ar", 768)]
    [InlineData("ar", 1280)]
    public Task The_whole_matrix_stands_before_axe(string language, int width) => WalkAsync(language, width);

    private async Task WalkAsync(string language, int width)
    {
        await using var visit = await browser.VisitAsync(_portal, language, width);
        await visit.SignInAsync(_portal);
        await WalkVidsAsync(visit);
        var text = await WalkCardAsync(visit, language, width);
        await WalkOrderAsync(visit);
        await WalkCheckAsync(visit, text);
        _faults.ShouldBeEmpty();
        visit.ShouldBeWithoutComplaints();
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
        _portal.Sandbox.Faults.Set("idrepository.vid.list", FaultNames.Http403);
        await visit.OpenInteractiveAsync(Links.Vids);
        await JudgeAsync(visit, "no numbers");
        _portal.Sandbox.Faults.Clear();
        await visit.OpenAsync(Links.VidNumber);
        await JudgeAsync(visit, "no number chosen");
    }

    private async Task<string> WalkCardAsync(Visit visit, string language, int width)
    {
        await visit.OpenAsync(Links.Card);
        await JudgeAsync(visit, "card");
        await visit.Page.Locator("input[type=radio]").Nth(1).CheckAsync();
        _portal.Sandbox.Faults.Set("idrepository.vid.list", FaultNames.Http403);
        await visit.Button(visit.Words["Card.Make"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "card with an error");
        _portal.Sandbox.Faults.Clear();
        await visit.OpenAsync(Links.Card);
        await visit.Button(visit.Words["Card.Make"]).ClickAsync();
        await visit.Button(visit.Words["Card.Link.Send"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Card.Link.Sent"]);
        await JudgeAsync(visit, "card that waits");
        await visit.Button(visit.Words["Card.Password.Show"]).ClickAsync();
        await visit.Page.Locator(".letters").WaitForAsync();
        await JudgeAsync(visit, "card with its password");

        await using var other = await browser.VisitAsync(_portal, language, width);
        await other.OpenAsync(await _portal.ReadCardLinkAsync());
        await JudgeAsync(other, "link");
        await other.Button(other.Words["SignIn.Send"]).ClickAsync();
        await other.Field(other.Words["Code.Field"]).WaitForAsync();
        await other.Button(other.Words["Card.Link.Enter"]).ClickAsync();
        await other.SeeAsync(other.Words["Code.Field.Empty"]);
        await JudgeAsync(other, "link with an error");
        await other.EnterCodeAsync(_portal, other.Words["Card.Link.Enter"]);
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
            _portal.Sandbox.State.Age(TimeSpan.FromDays(days));
            await _portal.AgeLooksAtOrdersAsync();
            await visit.OpenAsync(order);
            await JudgeAsync(visit, $"order after {days} days more");
        }

        _portal.Sandbox.Faults.Set("idrepository.identity.read", FaultNames.Http403);
        await visit.OpenAsync(Links.OrderCard);
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "order with an error");
        _portal.Sandbox.Faults.Clear();
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

    private async Task JudgeAsync(Visit visit, string name) => _faults.AddRange(await Axe.JudgeAsync(visit, name));
}
