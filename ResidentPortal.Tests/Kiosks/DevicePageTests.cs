using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.KioskSteps;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>The pages of devices and of supervisors, and what the device's script talks to.</summary>
public sealed class DevicePageTests : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private PortalClient _kiosk = default!;
    private PortalClient _office = default!;

    public async ValueTask InitializeAsync()
    {
        _portal = await PortalHost.StartAsync(change: null, Enabled);
        (_kiosk, _office) = (new PortalClient(_portal), new PortalClient(_portal));
    }

    public async ValueTask DisposeAsync()
    {
        _kiosk.Dispose();
        _office.Dispose();
        await _portal.DisposeAsync();
    }

    [Fact]
    public async Task A_supervisor_registers_a_device_compares_its_words_and_takes_it_out_of_use()
    {
        await _office.BeginSupervisorAsync();
        var offered = await _office.PostFormAsync(await _office.GetAsync(Links.KioskDevices), "offer", ("Name", "Counter 1"), ("Centre", "10001"));
        offered.Text.ShouldContain("Code for the new device");
        var code = offered.Text.Split("Code for the new device ")[1][..9];

        using var device = new TestDevice();
        var enrolled = Json(await _kiosk.EnrolAsync(device, code));
        device.Id = enrolled.GetProperty("deviceId").GetGuid();
        var words = string.Join(' ', enrolled.GetProperty("words").EnumerateArray().Select(word => word.GetString()));
        var waiting = await _kiosk.ProveAsync(device);
        waiting.Status.ShouldBe(HttpStatusCode.Conflict);
        Json(waiting).GetProperty("text").GetString().ShouldBe("This device waits for a supervisor to compare its six words.");

        var list = await _office.GetAsync(Links.KioskDevices);
        list.Text.ShouldContain($"Six words {words}");
        list.Text.ShouldNotContain(code);
        var confirmed = await _office.PostFormAsync(list, ["confirm", $"{device.Id}"]);
        confirmed.Location.ShouldBe(Links.KioskDevices);
        Json(await _kiosk.ProveAsync(device)).GetProperty("next").GetString().ShouldBe(Links.KioskSignIn);
        _kiosk.CookieLines.Last(line => line.StartsWith("__Host-kiosk=", StringComparison.Ordinal)).ShouldEndWith("; path=/; secure; samesite=lax; httponly");

        list = await _office.GetAsync(Links.KioskDevices);
        list.Text.ShouldContain("State Works");
        (await _office.PostFormAsync(list, ["suspend", $"{device.Id}"])).Location.ShouldBe(Links.KioskDevices);
        (await _office.GetAsync(Links.KioskDevices)).Text.ShouldContain("State Out of use");
        Json(await _kiosk.ProveAsync(device)).GetProperty("text").GetString().ShouldBe("This device is out of use. Nothing can be done here any more. Ask a supervisor.");
    }

    [Fact]
    public async Task A_device_without_a_name_is_not_offered_a_code()
    {
        await _office.BeginSupervisorAsync();
        var offered = await _office.PostFormAsync(await _office.GetAsync(Links.KioskDevices), "offer", ("Name", " "), ("Centre", "10001"));
        offered.Text.ShouldContain("Type a name for the device and the code of its centre.");
        offered.Title.ShouldStartWith("Error");
    }

    [Fact]
    public async Task S_72_Nobody_but_a_supervisor_sees_the_devices()
    {
        (await _office.GetAsync(Links.KioskDevices)).Location.ShouldBe(Links.KioskSignIn);
        using var device = await _kiosk.BecomeDeviceAsync();
        await _kiosk.BeginAsync(AlwaysOperator);
        (await _kiosk.GetAsync(Links.KioskDevices)).Location.ShouldBe(Links.KioskSignIn);
        var page = await _kiosk.GetAsync(Links.Desk);
        await _kiosk.PostForgedAsync(Links.KioskDevices, page, [("_handler", "suspend"), ("Device", $"{device.Id}"), .. device.Press(page)]);
        (await _portal.InDatabaseAsync(db => db.KioskDevices.SingleAsync())).SuspendedAt.ShouldBeNull();
    }

    [Fact]
    public async Task S_71_A_press_at_the_desk_without_the_devices_signature_does_nothing()
    {
        using var device = await _kiosk.BecomeDeviceAsync();
        await _kiosk.BeginAsync(AlwaysOperator);
        var desk = await _kiosk.GetAsync(Links.Desk);
        desk.Status.ShouldBe(HttpStatusCode.OK);
        (await _kiosk.PostFormAsync(desk, "start", ("Purpose", "Locks"), ("Language", "eng"))).Location.ShouldBe("/kiosk");
        (await _portal.InDatabaseAsync(db => db.Visits.CountAsync())).ShouldBe(0);
        (await _portal.InDatabaseAsync(db => db.AuditRows.CountAsync(row => row.Note == "kiosks.deviceNotProved, K0001"))).ShouldBe(1);
    }

    [Fact]
    public async Task S_71_Copied_cookies_in_another_browser_open_nothing_and_the_device_goes_on()
    {
        using var device = await _kiosk.BecomeDeviceAsync();
        await _kiosk.BeginAsync(AlwaysOperator);
        using var thief = _kiosk.Reopened();
        thief.Headers["User-Agent"] = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
        (await thief.GetAsync(Links.Desk)).Location.ShouldBe("/kiosk");
        (await _portal.InDatabaseAsync(db => db.AuditRows.CountAsync(row => row.Note!.StartsWith("kiosks.deviceNotProved elsewhere")))).ShouldBe(1);
        (await _kiosk.ProveAsync(device)).Status.ShouldBe(HttpStatusCode.OK);
        (await _kiosk.GetAsync(Links.Desk)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task S_71_A_suspended_device_is_led_away_at_its_next_request()
    {
        using var device = await _kiosk.BecomeDeviceAsync();
        await _kiosk.BeginAsync(AlwaysOperator);
        (await _kiosk.GetAsync(Links.Desk)).Status.ShouldBe(HttpStatusCode.OK);
        var supervisor = await _office.BeginSupervisorAsync();
        await _portal.Services.GetRequiredService<SuspendDevice>().ExecuteAsync(supervisor.DutyId, device.Id);
        (await _kiosk.GetAsync(Links.Desk)).Location.ShouldBe("/kiosk");
        (await _kiosk.GetAsync(Links.DeskVisitState)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task S_76_A_start_clears_the_cookies_of_a_visit_and_keeps_device_and_duty()
    {
        using var device = await _kiosk.BecomeDeviceAsync();
        await _kiosk.BeginAsync(AlwaysOperator);
        (_kiosk.Cookies[PortalCookies.Visit], _kiosk.Cookies[PortalCookies.Session]) = (new string('v', 43), new string('s', 43));
        var started = await _kiosk.ProveAsync(device, isStart: true);
        Json(started).GetProperty("next").GetString().ShouldBe(Links.Desk);
        _kiosk.Cookies.Keys.ShouldNotContain(PortalCookies.Visit);
        _kiosk.Cookies.Keys.ShouldNotContain(PortalCookies.Session);
        _kiosk.Cookies.Keys.ShouldContain(PortalCookies.Operator);
    }

    [Fact]
    public async Task A_start_from_outside_says_so_and_one_from_the_portals_own_pages_does_not()
    {
        (await _kiosk.GetAsync("/kiosk")).Body.ShouldContain("data-device-start=\"true\"");
        (await _kiosk.SendAsync(HttpMethod.Get, "/kiosk", content: null, ("Sec-Fetch-Site", "none"))).Body.ShouldContain("data-device-start=\"true\"");
        (await _kiosk.SendAsync(HttpMethod.Get, "/kiosk", content: null, ("Sec-Fetch-Site", "same-origin"))).Body.ShouldContain("data-device-start=\"false\"");
    }

    [Theory]
    [InlineData("/kiosk/enrol/key")]
    [InlineData("/kiosk/proof/challenge")]
    [InlineData("/kiosk/proof")]
    public async Task Only_the_portals_own_pages_talk_to_the_device(string path)
    {
        (await _kiosk.PostJsonAsync(path, new { deviceId = Guid.NewGuid() }, site: "cross-site")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _kiosk.PostJsonAsync(path, new { deviceId = Guid.NewGuid() }, site: "same-site")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _kiosk.PostAsync(path, ("deviceId", "1"))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _kiosk.PostJsonAsync(path, "no object")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _kiosk.PostJsonAsync(path, new { deviceId = Guid.NewGuid() })).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Theory]
    [InlineData("fr", "Enregistrer cet appareil")]
    [InlineData("ar", "تسجيل هذا الجهاز")]
    public async Task The_page_of_a_device_speaks_the_languages(string language, string heading)
    {
        _kiosk.Headers["Accept-Language"] = language;
        (await _kiosk.GetAsync(Links.KioskEnrol)).Text.ShouldContain(heading);
    }

    [Fact]
    public async Task Off_none_of_the_addresses_exists()
    {
        await using var portal = await PortalHost.StartAsync();
        using var client = new PortalClient(portal);
        foreach (var path in (string[])["/kiosk", Links.KioskEnrol, Links.KioskDevices])
        {
            (await client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await client.PostJsonAsync(Links.KioskChallenge, new { deviceId = Guid.NewGuid() })).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
