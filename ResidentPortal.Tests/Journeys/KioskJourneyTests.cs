using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Sandbox;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>A whole visit in two windows: the operator's, on an enrolled browser with its own key, and the resident's own phone.</summary>
[Collection("browser")]
public sealed class KioskJourneyTests(Browser browser) : IAsyncLifetime
{
    private PortalHost _portal = default!;
    private int _presses;

    public async ValueTask InitializeAsync() => _portal = await PortalHost.StartAsync(change: null, [("Kiosks:Enabled", "true")]);

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task A_device_is_enrolled_a_fingerprint_locked_and_the_visit_finished_in_at_most_twelve_presses()
    {
        await using var desk = await browser.VisitAsync(_portal);
        await EnrolAsync(desk);
        await SignInAsync(desk, await _portal.AddReadyOperatorAsync("K017"));

        await desk.Page.Locator("label", new() { HasText = "Lock or unlock" }).First.ClickAsync();
        _presses++;
        await PressAsync(desk, "Start");
        await PressAsync(desk, "Use another screen or the resident’s phone");
        var link = (await desk.Page.Locator(".view-address").InnerTextAsync()).Trim();

        await using var phone = await browser.VisitAsync(_portal, width: 320);
        await phone.OpenAsync(new Uri(link).AbsolutePath);
        await phone.Button("Open my visit").ClickAsync();
        await phone.Button("I agree").ClickAsync();
        await phone.Field(phone.Words["SignIn.Number"]).FillAsync(Residents.Meera);
        await phone.Button(phone.Words["SignIn.Send"]).ClickAsync();
        await phone.SeeHeadingAsync("Type your code");
        await phone.EnterCodeAsync(_portal, "Agree with this code");
        await phone.SeeHeadingAsync("The person at the desk is preparing");

        await desk.Page.Locator("main .work a").First.ClickAsync();
        _presses++;
        await PressAsync(desk, "Lock fingerprint");
        await phone.SeeHeadingAsync("Is this right?");
        await phone.SeeAsync("Lock fingerprint");
        await phone.Button("Yes, this is right").ClickAsync();
        await phone.Button("Send a code to my phone").ClickAsync();
        await phone.EnterCodeAsync(_portal, "Send this");
        await phone.SeeHeadingAsync("What happened");
        _portal.Sandbox.State.ReadAuthTypes(Residents.Meera).Count(type => type.Locked).ShouldBe(1);

        await desk.SeeAsync("The resident confirmed it.");
        await PressAsync(desk, "Finish");
        await desk.SeeAsync("Nothing of the resident is left on this screen.");
        await phone.SeeHeadingAsync("This visit is over");
        _presses.ShouldBeLessThanOrEqualTo(12);
    }

    private async Task PressAsync(Visit desk, string button)
    {
        await desk.Button(button).First.ClickAsync();
        _presses++;
    }

    // The supervisor's half goes through the flows: the device's half is what a browser has to do.
    private async Task EnrolAsync(Visit desk)
    {
        var supervisor = (await Get<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, DeviceSteps.Office)).Value.DutyId;
        var offer = (await Get<OfferEnrolment>().ExecuteAsync(supervisor, "Counter 1", DeviceSteps.Centre)).Value;
        await desk.OpenAsync(Links.KioskEnrol);
        await desk.Field(desk.Words["Devices.Enrol.Code"]).FillAsync(offer.Code);
        await desk.Button(desk.Words["Devices.Enrol.Act"]).ClickAsync();
        await desk.Page.Locator("[data-device-words] li").Nth(5).WaitForAsync();
        var device = await _portal.InDatabaseAsync(db => db.KioskDevices.Select(row => row.Id).SingleAsync());
        (await Get<ConfirmDevice>().ExecuteAsync(supervisor, device)).Problem.ShouldBeNull();
        await desk.SeeHeadingAsync(desk.Words["Operators.SignIn.Title"]);
    }

    private async Task SignInAsync(Visit desk, TestOperator who)
    {
        await desk.Field(desk.Words["Operators.Number"]).FillAsync(who.Number);
        await desk.Field(desk.Words["Operators.Password"]).FillAsync(OperatorSteps.Password);
        await desk.Button(desk.Words["Operators.SignIn.Next"]).ClickAsync();
        await desk.Field(desk.Words["Operators.Code"]).FillAsync(await _portal.ReadCodeAsync(who));
        await desk.Button(desk.Words["Operators.Factor.Enter"]).ClickAsync();
        await desk.SeeHeadingAsync(desk.Words["Desk.Title"]);
    }

    private T Get<T>()
        where T : notnull => _portal.Services.GetRequiredService<T>();
}
