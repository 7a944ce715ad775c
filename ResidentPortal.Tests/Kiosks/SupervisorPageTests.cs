using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>What a supervisor is told: counts and alerts, operators by number, residents not at all.</summary>
public sealed class SupervisorPageTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;
    private PortalClient _supervisor = default!;

    public async ValueTask InitializeAsync()
    {
        _kiosk = await KioskHost.StartAsync();
        _supervisor = new PortalClient(_kiosk.Portal);
        _supervisor.Cookies["__Host-operator"] = (await _kiosk.Get<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, new("office", "7F0000"))).Value.Token;
    }

    public async ValueTask DisposeAsync()
    {
        _supervisor.Dispose();
        await _kiosk.DisposeAsync();
    }

    [Fact]
    public async Task S_78_An_alert_is_shown_by_rule_centre_and_operator_and_closed()
    {
        await _kiosk.AgreedAsync();
        await _kiosk.Portal.InDatabaseAsync(async db =>
        {
            db.Misuses.Add(new MisuseRow
            {
                Id = Guid.NewGuid(), Rule = MisuseRule.QuickConsent, CentreCode = DeviceSteps.Centre, OperatorNumber = "K017", OperatorId = "operator-1", Subject = "quick", FoundAt = DateTimeOffset.UnixEpoch, Count = 4,
                FirstAt = DateTimeOffset.UnixEpoch, LastAt = DateTimeOffset.UnixEpoch,
            });
            return await db.SaveChangesAsync();
        });
        var page = await _supervisor.GetAsync(Links.KioskAlerts);
        page.Status.ShouldBe(HttpStatusCode.OK, page.Text);
        page.Text.ShouldContain("Consent given faster than it can be read");
        page.Text.ShouldContain("K017");
        page.Text.ShouldContain("Counts by day");
        page.Body.ShouldNotContain(Residents.Meera);
        page.Text.ShouldNotContain("Meera");
        (await _supervisor.PostFormAsync(page, "close")).Location.ShouldBe(Links.KioskAlerts);
        (await _supervisor.GetAsync(Links.KioskAlerts)).Text.ShouldContain("There is no alert.");
    }

    [Fact]
    public async Task An_operator_reads_no_alerts_and_nobody_without_a_duty_reads_anything()
    {
        (await _kiosk.Operator.GetAsync(Links.KioskAlerts)).Text.ShouldNotContain("Counts by day");
        (await _supervisor.GetAsync(Links.KioskApprovals)).Text.ShouldContain("Nothing waits.");
        using var nobody = new PortalClient(_kiosk.Portal);
        (await nobody.GetAsync(Links.KioskAlerts)).Text.ShouldNotContain("Counts by day");
    }
}
