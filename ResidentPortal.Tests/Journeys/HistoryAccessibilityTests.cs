using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of the history.</summary>
[Collection("browser")]
public sealed class HistoryAccessibilityTests(Browser browser) : IAsyncLifetime
{
    private readonly List<string> _faults = [];
    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync();

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData("en", 320)]
    [InlineData("ar", 320)]
    public Task Every_state_stands_before_axe(string language, int width) => WalkAsync(language, width);

    [Theory(Explicit = true)]
    [Trait("matrix", "full")]
    [InlineData("en", 1280)]
    [InlineData("fr", 320)]
    [InlineData("fr", 1280)]
    [InlineData("ar", 1280)]
    public Task The_whole_matrix_stands_before_axe(string language, int width) => WalkAsync(language, width);

    private async Task WalkAsync(string language, int width)
    {
        for (var i = 0; i < 15; i++)
        {
            _portal.Sandbox.State.AuthenticateForPartner(Residents.Meera, "Acme Bank", "OTP-AUTH");
        }

        await using var visit = await browser.VisitAsync(_portal, language, width);
        await visit.SignInAsync(_portal);
        await visit.OpenAsync(Links.History);
        await JudgeAsync(visit, "history");
        await visit.OpenAsync("/history?page=2");
        await visit.Page.GetByText(visit.Words["History.Filter"], new() { Exact = true }).ClickAsync();
        await JudgeAsync(visit, "second page, with the filter open");
        await visit.OpenAsync("/history?outcome=unusual&own=hide");
        await JudgeAsync(visit, "what is unusual");
        await visit.OpenAsync(Links.StoppedUses);
        await JudgeAsync(visit, "nothing found");

        await visit.OpenAsync("/history?way=code&own=hide");
        await visit.Link(visit.Words["History.Unknown"]).First.ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Unknown.Title"]);
        await JudgeAsync(visit, "not known");
        await visit.Button(visit.Words["Unknown.Report"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Locks.LastWay.Title"]);
        await JudgeAsync(visit, "the last way to get codes");
        await visit.Page.Locator("#Locks-None").CheckAsync();
        await visit.Button(visit.Words["Unknown.Report"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Unknown.Reported.Title"]);
        await JudgeAsync(visit, "reported");

        _portal.Sandbox.Faults.Set("ida.history", FaultNames.Http403);
        await visit.OpenAsync(Links.History);
        await visit.SeeAsync(visit.Words["History.Unavailable.Title"]);
        await JudgeAsync(visit, "no history");
        _faults.ShouldBeEmpty();
        visit.ShouldBeWithoutComplaints();
    }

    private async Task JudgeAsync(Visit visit, string name)
    {
        _faults.AddRange(await Axe.JudgeAsync(visit, name));
        if (await visit.OverflowsAsync())
        {
            _faults.Add($"{name}: wider than the screen");
        }
    }
}
