using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ResidentPortal.Core.Audit;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>A browser becomes a device, proves its key by itself, signs what an operator presses, and is taken out of use: in a real Chromium with its own key.</summary>
[Collection("browser")]
public sealed partial class KioskDeviceJourneyTests(Browser browser) : IAsyncLifetime
{
    private const string ReadKey = """
        async () => {
          const device = await new Promise((done, failed) => {
            const opened = indexedDB.open('kiosk-device', 1);
            opened.onerror = failed;
            opened.onsuccess = () => { const asked = opened.result.transaction('device').objectStore('device').get('this'); asked.onsuccess = () => done(asked.result); };
          });
          const exported = await Promise.all(['pkcs8', 'jwk', 'raw'].map(format => crypto.subtle.exportKey(format, device.key).then(() => 'given out', () => 'kept')));
          return [device.key.type, String(device.key.extractable), ...exported];
        }
        """;

    private PortalHost _portal = default!;
    private PortalClient _office = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, KioskSteps.Enabled);
        _office = new PortalClient(_portal);
        await _office.BeginSupervisorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _office.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task S_71_A_browser_becomes_a_device_whose_key_never_leaves_it()
    {
        await using var kiosk = await browser.VisitAsync(_portal);
        await kiosk.Page.Clock.InstallAsync();
        await EnrolAsync(kiosk);
        (await kiosk.Page.EvaluateAsync<string[]>(ReadKey)).ShouldBe(["private", "false", "kept", "kept", "kept"]);

        // Before the proof is over the page gives another; nobody waits for it here but the clock of the page.
        var before = await CookieAsync(kiosk, PortalCookies.Kiosk);
        await kiosk.Page.RunAndWaitForResponseAsync(() => kiosk.Page.Clock.FastForwardAsync(4 * 60 * 1000), answer => answer.Url.EndsWith(Links.KioskProof, StringComparison.Ordinal) && answer.Ok);
        (await CookieAsync(kiosk, PortalCookies.Kiosk)).ShouldNotBe(before);
        kiosk.ShouldBeWithoutComplaints();
    }

    [Fact]
    public async Task S_71_An_operator_presses_at_the_device_copied_cookies_press_nothing_and_a_suspended_device_is_left_at_once()
    {
        await using var kiosk = await browser.VisitAsync(_portal);
        await EnrolAsync(kiosk);
        var who = await _portal.AddReadyOperatorAsync("K0001");
        await kiosk.Field(kiosk.Words["Operators.Number"]).FillAsync(who.Number);
        await kiosk.Field(kiosk.Words["Operators.Password"]).FillAsync(OperatorSteps.Password);
        await kiosk.Button(kiosk.Words["Operators.SignIn.Next"]).ClickAsync();
        await kiosk.Field(kiosk.Words["Operators.Code"]).FillAsync(await _portal.ReadCodeAsync(who));
        await kiosk.Button(kiosk.Words["Operators.Factor.Enter"]).ClickAsync();
        await kiosk.SeeHeadingAsync(kiosk.Words["Desk.Title"]);

        // A thief in the same network with the same kind of browser reads the desk with the cookies, and presses for nothing.
        await using var thief = await browser.VisitAsync(_portal);
        await thief.Context.AddCookiesAsync((await kiosk.Context.CookiesAsync()).Select(cookie => new Cookie
        {
            Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, Secure = cookie.Secure, HttpOnly = cookie.HttpOnly, SameSite = cookie.SameSite,
        }));
        await thief.OpenAsync(Links.Desk);
        await StartAsync(thief);
        await thief.SeeHeadingAsync(thief.Words["Devices.Enrol.Title"]);
        (await _portal.InDatabaseAsync(db => db.Visits.CountAsync())).ShouldBe(0);
        (await _portal.InDatabaseAsync(db => db.AuditRows.CountAsync(row => row.Event == AuditEvent.Refused && row.Note == "kiosks.deviceNotProved, K0001"))).ShouldBe(1);

        await StartAsync(kiosk);
        await Assertions.Expect(kiosk.Page).ToHaveURLAsync(VisitAddress());
        (await _portal.InDatabaseAsync(db => db.Visits.CountAsync())).ShouldBe(1);

        var list = await _office.GetAsync(Links.KioskDevices);
        list.Text.ShouldContain("A resident is being helped");
        await _office.PostFormAsync(list, "suspend");
        await kiosk.SeeAsync(kiosk.Problem("kiosks.deviceSuspended"));
        (await _portal.InDatabaseAsync(db => db.Visits.CountAsync(row => row.EndedAt == null))).ShouldBe(0);
        kiosk.ShouldBeWithoutComplaints();
    }

    private static async Task StartAsync(Visit visit)
    {
        await visit.Page.Locator("label[for=Ticked-Locks]").ClickAsync();
        await visit.Button(visit.Words["Desk.Start"]).ClickAsync();
    }

    private static async Task<string> CookieAsync(Visit visit, string name) => (await visit.Context.CookiesAsync()).Single(cookie => string.Equals(cookie.Name, name, StringComparison.Ordinal)).Value;

    [GeneratedRegex("/kiosk/visit$", RegexOptions.None, 1000)]
    private static partial Regex VisitAddress();

    // From the address that a kiosk opens at start to the sign-in of operators, with a supervisor at another desk.
    private async Task EnrolAsync(Visit kiosk)
    {
        await kiosk.OpenAsync(Links.KioskStart);
        await kiosk.SeeHeadingAsync(kiosk.Words["Devices.Enrol.Title"]);
        await kiosk.Field(kiosk.Words["Devices.Enrol.Code"]).FillAsync("AAAA-AAAA");
        await kiosk.Button(kiosk.Words["Devices.Enrol.Act"]).ClickAsync();
        await kiosk.SeeAsync(kiosk.Problem("kiosks.enrolmentCodeWrong"));

        var offered = await _office.PostFormAsync(await _office.GetAsync(Links.KioskDevices), "offer", ("Name", "Counter 1"), ("Centre", "10001"));
        await kiosk.Field(kiosk.Words["Devices.Enrol.Code"]).FillAsync(offered.Text.Split("Code for the new device ")[1][..9].ToLowerInvariant());
        await kiosk.Button(kiosk.Words["Devices.Enrol.Act"]).ClickAsync();
        await kiosk.SeeAsync(kiosk.Words["Devices.Words.Lead"]);
        var words = string.Join(' ', await kiosk.Page.Locator("ol.device-words li").AllTextContentsAsync());
        var list = await _office.GetAsync(Links.KioskDevices);
        list.Text.ShouldContain($"Six words {words}");
        (await _office.PostFormAsync(list, "confirm")).Location.ShouldBe(Links.KioskDevices);
        await kiosk.SeeHeadingAsync(kiosk.Words["Operators.SignIn.Title"]);
    }
}
