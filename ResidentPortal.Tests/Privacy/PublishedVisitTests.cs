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
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _state = Directory.CreateTempSubdirectory("portal-visit-").FullName;

    private string Database => Path.Combine(_state, "portal.db");

    public void Dispose() => Directory.Delete(_state, recursive: true);

    [Fact]
    public async Task S_09_S_40_S_47_S_50_A_visit_leaves_nothing_of_the_person_in_logs_database_and_addresses()
    {
        await using var platform = new SandboxApp(new SandboxOptions { Url = "http://127.0.0.1:0" });
        await platform.StartAsync();
        await using var portal = PublishedPortal.Start(published, PublishedPortal.Settings(Database, platform.Url));
        using var browser = new PlainBrowser(await portal.AddressAsync());
        var resident = platform.State.Population.Demo;
        await VisitAsync(browser, platform, resident);
        var codes = platform.State.Outbox.Messages.Select(message => message.Code).OfType<string>().ToList();
        codes.ShouldNotBeEmpty();
        browser.CookieValues.Count.ShouldBeGreaterThan(2);
        List<string> markers = [.. Markers.Of(resident), .. codes];
        portal.Console.ShouldContain("/sign-in/code", customMessage: "The log has to say something to be searched.");
        Markers.FoundIn(portal.Console, [.. markers, .. browser.CookieValues]).ShouldBeEmpty();
        Markers.FoundIn(string.Join('\n', browser.Addresses), [.. markers, .. browser.CookieValues]).ShouldBeEmpty();
        Markers.FoundIn(string.Join('\n', browser.Titles), markers).ShouldBeEmpty();
        Markers.FoundInDatabase(Database, ["FirstHouse"]).ShouldHaveSingleItem("The search has to see what is there.");
        Markers.FoundInDatabase(Database, [.. markers, .. browser.CookieValues]).ShouldBeEmpty();
    }

    private static async Task VisitAsync(PlainBrowser browser, SandboxApp platform, Resident resident)
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
        await UntilAsync(() => platform.State.Audits.Records.Count > 3);
        await browser.OpenAsync("/home");
        await browser.SubmitAsync("form[action='/sign-out'] button");
        browser.Path.ShouldBe("/signed-out");
    }

    private static Task UntilAsync(Func<bool> happened) => Eventually.TrueAsync(happened, Patience, "The portal did not do behind the page what was waited for.");
}
