using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>
/// A walk through every state of some pages, each before axe by WCAG 2.2 AA: in Arabic on a phone and in English on a desk each time, the whole matrix before a release.
/// </summary>
public abstract class AccessibilityWalk(Browser browser) : IAsyncLifetime
{
    private readonly List<string> _faults = [];
    private string _language = "en";
    private int _width;

    private protected PortalHost Portal { get; private set; } = default!;

    /// <summary>What is set for the portal beside the usual.</summary>
    private protected virtual (string Key, string Value)[] Settings => [];

    public async ValueTask InitializeAsync() => Portal = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("ar", 320)]
    [InlineData("en", 1280)]
    public Task Every_state_stands_before_axe(string language, int width) => StandAsync(language, width);

    [Theory(Explicit = true)]
    [Trait("matrix", "full")]
    [InlineData("en", 320)]
    [InlineData("en", 768)]
    [InlineData("fr", 320)]
    [InlineData("fr", 768)]
    [InlineData("fr", 1280)]
    [InlineData("ar", 768)]
    [InlineData("ar", 1280)]
    public Task The_whole_matrix_stands_before_axe(string language, int width) => StandAsync(language, width);

    /// <summary>Starts the portal.</summary>
    private protected virtual Task<PortalHost> StartAsync() => PortalHost.StartAsync(change: null, Settings);

    /// <summary>Goes through the pages, and has each state judged.</summary>
    private protected abstract Task WalkAsync(Visit visit);

    /// <summary>A visitor with a browser like the first's.</summary>
    private protected Task<Visit> AnotherVisitAsync() => browser.VisitAsync(Portal, _language, _width);

    private protected async Task SeeAsync(Visit visit, string path, string? name = null)
    {
        await visit.OpenAsync(path);
        await JudgeAsync(visit, name ?? path);
    }

    private protected async Task JudgeAsync(Visit visit, string name) => _faults.AddRange(await Axe.JudgeAsync(visit, name));

    private async Task StandAsync(string language, int width)
    {
        (_language, _width) = (language, width);
        await using var visit = await AnotherVisitAsync();
        await WalkAsync(visit);
        _faults.ShouldBeEmpty();
        visit.ShouldBeWithoutComplaints();
    }
}
