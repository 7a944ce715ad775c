using ResidentPortal.Sandbox;
using ResidentPortal.Tests.Publishing;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Privacy;

/// <summary>A whole visit to the portal as it ships, then a search through everything it left behind.</summary>
[Collection(PublishedTests.Name)]
public sealed class PublishedVisitTests(PublishedFolder published) : IDisposable
{
    private const string Label = "Hausbank Lindenhof";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _state = Directory.CreateTempSubdirectory("portal-visit-").FullName;

    private string Database => Path.Combine(_state, "portal.db");

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task S_09_S_40_S_47_S_50_A_visit_leaves_nothing_of_the_person_in_logs_database_and_addresses()
    {
        await using var platform = new SandboxApp(new SandboxOptions { Url = "http://127.0.0.1:0" });
        await platform.StartAsync();
        var settings = PublishedPortal.Settings(Database, platform.Url);
        settings["Otp:SendGapSeconds"] = "1";
        await using var portal = PublishedPortal.Start(published, settings);
        using var other = new PlainBrowser(await portal.AddressAsync());
        using var browser = new PlainBrowser(await portal.AddressAsync());
        var resident = platform.State.Population.Demo;
        await VisitAsync(browser, other, platform, resident);
        var codes = platform.State.Outbox.Messages.Select(message => message.Code).OfType<string>().ToList();
        codes.ShouldNotBeEmpty();
        browser.CookieValues.Count.ShouldBeGreaterThan(2);
        List<string> markers = [.. Markers.Of(resident), .. Markers.OfVidsAndCards(platform.State, resident), Label, .. codes];
        var (token, alarm) = (TokenIn(platform, "/card/link/"), TokenIn(platform, "/not-me/"));
        portal.Console.ShouldContain("/sign-in/code", customMessage: "The log has to say something to be searched.");
        portal.Console.ShouldContain("/card/link/{token}", customMessage: "The log has the route, and only the route.");
        portal.Console.ShouldContain("/not-me/{token}");
        Markers.FoundIn(portal.Console, [.. markers, token, alarm, .. browser.CookieValues, .. other.CookieValues]).ShouldBeEmpty();
        Markers.FoundIn(string.Join('\n', browser.Addresses), [.. markers, token, .. browser.CookieValues]).ShouldBeEmpty();
        Markers.FoundIn(string.Join('\n', other.Addresses), [.. markers, .. other.CookieValues]).ShouldBeEmpty();
        Markers.FoundIn(string.Join('\n', [.. browser.Titles, .. other.Titles]), markers).ShouldBeEmpty();
        Markers.FoundInDatabase(Database, ["FirstHouse"]).ShouldHaveSingleItem("The search has to see what is there.");
        Markers.FoundInDatabase(Database, [.. markers, token, alarm, .. browser.CookieValues, .. other.CookieValues]).ShouldBeEmpty();
    }

    private static async Task VisitAsync(PlainBrowser browser, PlainBrowser other, SandboxApp platform, Resident resident)
    {
        await browser.OpenAsync("/track");
        await browser.SubmitAsync("[name=Number]", ("Number", resident.Rid));
        await browser.OpenAsync("/sign-in");
        await browser.SubmitAsync("[name=Number]", ("Number", resident.Uin), ("Channel", "phone"));
        browser.Path.ShouldBe("/sign-in/code");
        await UntilAsync(() => platform.State.Outbox.LatestCode(resident.Phone!) is not null);
        var code = platform.State.Outbox.LatestCode(resident.Phone!)!;
        await browser.SubmitAsync("[name=Code]", ("Code", code is "000000" ? "000001" : "000000"));
        browser.Path.ShouldBe("/sign-in/code");
        await browser.SubmitAsync("[name=Code]", ("Code", code));
        browser.Path.ShouldBe("/home");
        await browser.OpenAsync("/locks");
        await browser.SubmitAsync("[name='Posted.Types'][value=Fingerprint]");
        await UntilAsync(() => platform.State.Outbox.Messages.Any(message => message.Code is null));
        await UseVidsAsync(browser);
        await FetchCardAsync(browser, other, platform, resident);
        await browser.OpenAsync("/card/order");
        await browser.SubmitAsync("[name=Number]", ("Number", "masked"));
        browser.Path.ShouldStartWith("/card/order/");
        await UntilAsync(() => platform.State.Audits.Records.Count > 3);
        await browser.OpenAsync("/home");
        await browser.SubmitAsync("form[action='/sign-out'] button");
        browser.Path.ShouldBe("/signed-out");
        await other.OpenAsync("/not-me/" + TokenIn(platform, "/not-me/"));
        await other.SubmitAsync("form:not([hidden]) button.button-primary");
        other.Page.Body!.TextContent.ShouldContain("Everything is locked.");
    }

    private static async Task UseVidsAsync(PlainBrowser browser)
    {
        await browser.OpenAsync("/vids");
        await browser.SubmitAsync("[name='Posted.Type'][value=Temporary]");
        browser.Path.ShouldStartWith("/requests/");
        await browser.OpenAsync("/vids");
        await browser.SubmitAsync("[name='Posted.Label']", ("Posted.Label", Label));
        browser.Page.Body!.TextContent.ShouldContain(Label);
        await browser.SubmitAsync("form[action='/vids/number'] button");
        browser.Page.QuerySelector(".revealed-digits").ShouldNotBeNull();
    }

    // The password is read here, the file is fetched by the link and a code of its own.
    private static async Task FetchCardAsync(PlainBrowser browser, PlainBrowser other, SandboxApp platform, Resident resident)
    {
        await browser.OpenAsync("/card");
        await browser.SubmitAsync("[name=Number]", ("Number", "masked"));
        await browser.SubmitAsync("[value=password] ~ [name=EventId]");
        browser.Page.Body!.TextContent.ShouldContain(Markers.CardPassword);
        await browser.SubmitAsync("form:not([hidden]) [value=link]");
        await UntilAsync(() => platform.State.Outbox.Messages.Any(message => message.Text.Contains("/card/link/", StringComparison.Ordinal)));
        var codes = platform.State.Outbox.To(resident.Phone!).Count(message => message.Code is not null);
        await other.OpenAsync("/card/link/" + TokenIn(platform, "/card/link/"));
        await other.SubmitAsync("[name=Channel]", ("Channel", "phone"));
        await UntilAsync(() => platform.State.Outbox.To(resident.Phone!).Count(message => message.Code is not null) > codes);
        await other.SubmitAsync("[name=Code]", ("Code", platform.State.Outbox.LatestCode(resident.Phone!)!));
        await other.SubmitAsync("form[action='/card/file'] button");
        await browser.OpenAsync(browser.Path);
        browser.Page.Body!.TextContent.ShouldContain("The file was handed out at ");
    }

    private static string TokenIn(SandboxApp platform, string before) => platform.State.Outbox.Messages.Where(message => message.Subject is null)
        .SelectMany(message => message.Text.Split(' ')).First(word => word.Contains(before, StringComparison.Ordinal)).Split('/')[^1];

    private static Task UntilAsync(Func<bool> happened) => Eventually.TrueAsync(happened, Patience, "The portal did not do behind the page what was waited for.");
}
