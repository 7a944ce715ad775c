using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>A passkey in a real browser, held by a virtual device: made by the link, asked at sign-in, and of no use where it does not see its owner.</summary>
[Collection("browser")]
public sealed class PasskeyJourneyTests(Browser browser) : IAsyncLifetime
{
    private PortalHost _portal = default!;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(change: null, ("Kiosks:Enabled", "true"));

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task S_72_A_passkey_is_made_by_the_link_and_begins_a_duty()
    {
        var link = await _portal.AddOperatorAsync("S001", isSupervisor: true);
        await using var visit = await browser.VisitAsync(_portal);
        await visit.AddPasskeyDeviceAsync(seesOwner: true);
        await visit.OpenAsync(link);
        await visit.Button(visit.Words["Operators.Passkey.New"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Operators.SignIn.Title"]);
        await visit.SeeAsync(visit.Words["Operators.Joined"]);
        await visit.Button(visit.Words["Operators.Passkey.Use"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Operators.Supervisor.Title"]);
        visit.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task S_72_A_passkey_that_does_not_see_its_owner_is_not_taken()
    {
        var link = await _portal.AddOperatorAsync("S001", isSupervisor: true);
        await using var visit = await browser.VisitAsync(_portal);
        await visit.AddPasskeyDeviceAsync(seesOwner: false);
        await visit.OpenAsync(link);
        await visit.Button(visit.Words["Operators.Passkey.New"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Operators.Passkey.Refused"]);
    }

    [Fact]
    public async Task S_72_An_answer_of_a_passkey_is_taken_once()
    {
        var link = await _portal.AddOperatorAsync("S001", isSupervisor: true);
        await using var visit = await browser.VisitAsync(_portal);
        await visit.AddPasskeyDeviceAsync(seesOwner: true);
        await visit.OpenAsync(link);
        await visit.Button(visit.Words["Operators.Passkey.New"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Operators.SignIn.Title"]);
        string? sent = null;
        visit.Page.Request += (_, request) => sent = request is { Method: "POST", PostData: { } data } && data.Contains("Answer=", StringComparison.Ordinal) ? data : sent;
        await visit.Button(visit.Words["Operators.Passkey.Use"]).ClickAsync();
        await visit.SeeHeadingAsync(visit.Words["Operators.Supervisor.Title"]);
        using var again = new PortalClient(_portal);
        foreach (var cookie in await visit.Context.CookiesAsync())
        {
            again.Cookies[cookie.Name] = cookie.Value;
        }

        var fields = sent.ShouldNotBeNull().Split('&').Select(part => part.Split('=', 2)).Select(part => (part[0], Uri.UnescapeDataString(part[1].Replace('+', ' ')))).ToArray();
        again.Cookies.Remove("__Host-operator");
        var answer = await again.PostAsync(Links.KioskSignIn, fields);
        answer.Text.ShouldContain(visit.Problem("operators.passkeyWrong"));
        again.Cookies.Keys.ShouldNotContain("__Host-operator");
    }
}
