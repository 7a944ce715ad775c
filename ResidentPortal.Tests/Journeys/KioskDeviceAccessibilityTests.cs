using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Otp;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>WCAG 2.2 AA by axe on every state of the pages of devices.</summary>
[Collection("walks")]
public sealed class KioskDeviceAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private protected override (string Key, string Value)[] Settings => [KioskSteps.Enabled];

    private protected override async Task WalkAsync(Visit visit)
    {
        await using var kiosk = await AnotherVisitAsync();
        var duty = await Portal.Services.GetRequiredService<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, new Visitor("office", "7F0000", "Chrome", "Linux"));
        await visit.Context.AddCookiesAsync([new Cookie { Name = PortalCookies.Operator, Value = duty.Value.Token, Domain = "localhost", Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);
        await SeeAsync(visit, Links.KioskDevices, "no device");
        await visit.Button(visit.Words["Devices.Add.Act"]).ClickAsync();
        await visit.Page.Locator(".error-summary").WaitForAsync();
        await JudgeAsync(visit, "an error");
        await visit.Field(visit.Words["Devices.Add.Name"]).FillAsync("Counter 1");
        await visit.Button(visit.Words["Devices.Add.Act"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Devices.Offer.Title"]);
        await JudgeAsync(visit, "a code");
        await kiosk.OpenAsync(Links.KioskEnrol);
        await JudgeAsync(kiosk, "a device without a code");
        await kiosk.Field(kiosk.Words["Devices.Enrol.Code"]).FillAsync("AAAA-AAAA");
        await kiosk.Button(kiosk.Words["Devices.Enrol.Act"]).ClickAsync();
        await kiosk.SeeAsync(kiosk.Problem("kiosks.enrolmentCodeWrong"));
        await JudgeAsync(kiosk, "a wrong code");
        await kiosk.Field(kiosk.Words["Devices.Enrol.Code"]).FillAsync(await visit.Page.Locator(".notice .code").InnerTextAsync());
        await kiosk.Button(kiosk.Words["Devices.Enrol.Act"]).ClickAsync();
        await kiosk.SeeAsync(kiosk.Words["Devices.Words.Lead"]);
        await JudgeAsync(kiosk, "six words");
        await SeeAsync(visit, Links.KioskDevices, "a device that waits");
        await visit.Button(visit.Words["Devices.Confirm"]).ClickAsync();
        await visit.SeeAsync(visit.Words["Devices.State.Active"]);
        await JudgeAsync(visit, "a device that works");
        await kiosk.SeeHeadingAsync(kiosk.Words["Operators.SignIn.Title"]);
        var devices = (await Portal.Services.GetRequiredService<ListDevices>().ExecuteAsync(duty.Value.DutyId)).Value;
        await Portal.Services.GetRequiredService<SuspendDevice>().ExecuteAsync(duty.Value.DutyId, devices[0].Id);
        await SeeAsync(visit, Links.KioskDevices, "a device out of use");
        await kiosk.OpenAsync(Links.KioskStart);
        await kiosk.SeeAsync(kiosk.Problem("kiosks.deviceSuspended"));
        await JudgeAsync(kiosk, "out of use");
        kiosk.ShouldBeWithoutComplaints();
    }
}
