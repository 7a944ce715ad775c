using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of "This was not me" and of the page of sign-ins.</summary>
[Collection("browser")]
public sealed class SecurityAccessibilityTests(Browser browser) : IAsyncLifetime
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
        using var second = new PortalClient(_portal);
        using var third = new PortalClient(_portal);
        await second.SignInAsync();
        await _portal.ForgetAttemptsAsync();
        await using var visit = await browser.VisitAsync(_portal, language, width);
        await visit.SignInAsync(_portal);
        await visit.OpenAsync(Links.Security);
        await JudgeAsync(visit, "another sign-in");
        await second.PostFormAsync(await second.GetAsync(Links.Home), Links.SignOut);
        await visit.Button(visit.Words["Security.End"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "an error");
        await visit.OpenAsync(Links.Security);
        await JudgeAsync(visit, "no other, and one that ended");
        await second.SignInSoonAfterAsync();
        await third.SignInSoonAfterAsync();
        await visit.OpenAsync(Links.Security);
        await JudgeAsync(visit, "two others");
        await visit.Button(visit.Words["Security.EndAll"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Receipt.Title"]);
        await JudgeAsync(visit, "receipt");
        await WalkAlarmAsync(visit);
        _faults.ShouldBeEmpty();
        visit.ShouldBeWithoutComplaints();
    }

    private async Task WalkAlarmAsync(Visit visit)
    {
        await visit.OpenAsync(Links.NotMeOf(Guid.NewGuid()));
        await JudgeAsync(visit, "a message that is not there");
        await visit.OpenAsync(Links.NotMeOf("dead"));
        await visit.SeeAsync(visit.Problem("alarms.tooOld"));
        await JudgeAsync(visit, "a link that is too old");
        var link = await _portal.ReadLinkAsync("/not-me/");
        await visit.OpenAsync(link);
        await JudgeAsync(visit, "the one button");
        _portal.Sandbox.Faults.Set("idrepository.authtypes.update", FaultNames.Http500);
        await visit.Button(visit.Words["NotMe.Press"]).ClickAsync();
        await visit.SeeAsync(visit.Words["NotMe.Asked"]);
        await JudgeAsync(visit, "asked, not confirmed");
        _portal.Sandbox.Faults.Clear();
        await Eventually.TrueAsync(
            async () => await _portal.InDatabaseAsync(db => db.Notices.AnyAsync(row => row.Kind == NoticeKind.LocksChanged)), TimeSpan.FromSeconds(60), "It was not locked.");
        await visit.OpenAsync(link);
        await visit.SeeAsync(visit.Words["NotMe.Locked"].Replace("{time}", "__:__", StringComparison.Ordinal));
        await JudgeAsync(visit, "locked");
        await visit.OpenAsync(Links.Home);
        await visit.SeeHeadingAsync(visit.Words["SignedOut.Elsewhere.Title"]);
        await JudgeAsync(visit, "signed out from elsewhere");
    }

    private async Task JudgeAsync(Visit visit, string name) => _faults.AddRange(await Axe.JudgeAsync(visit, name));
}
