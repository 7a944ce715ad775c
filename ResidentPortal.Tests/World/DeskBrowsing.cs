using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using Shouldly;

namespace ResidentPortal.Tests.World;

/// <summary>An operator's browser with a key of its own, from its enrolment on; the resident beside it acts through the flows.</summary>
internal static class DeskBrowsing
{
    private static readonly Visitor Phone = new("the resident's phone", "7F0000", "Chrome", "Android");

    /// <summary>Makes this browser a device, and signs an operator in at it, who is the answer: it shows the desk.</summary>
    public static async Task<TestOperator> BecomeDeskAsync(this Visit desk, PortalHost portal)
    {
        var supervisor = (await portal.Services.GetRequiredService<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, DeviceSteps.Office)).Value.DutyId;
        var offer = (await portal.Services.GetRequiredService<OfferEnrolment>().ExecuteAsync(supervisor, "Counter 1", DeviceSteps.Centre)).Value;
        await desk.OpenAsync(Links.KioskEnrol);
        await desk.Field(desk.Words["Devices.Enrol.Code"]).FillAsync(offer.Code);
        await desk.Button(desk.Words["Devices.Enrol.Act"]).ClickAsync();
        await desk.Page.Locator("[data-device-words] li").Nth(5).WaitForAsync();
        var device = await portal.InDatabaseAsync(db => db.KioskDevices.Select(row => row.Id).SingleAsync());
        (await portal.Services.GetRequiredService<ConfirmDevice>().ExecuteAsync(supervisor, device)).Problem.ShouldBeNull();
        await desk.SeeHeadingAsync(desk.Words["Operators.SignIn.Title"]);
        var who = await portal.AddReadyOperatorAsync("K017");
        await desk.Field(desk.Words["Operators.Number"]).FillAsync(who.Number);
        await desk.Field(desk.Words["Operators.Password"]).FillAsync(OperatorSteps.Password);
        await desk.Button(desk.Words["Operators.SignIn.Next"]).ClickAsync();
        await desk.Field(desk.Words["Operators.Code"]).FillAsync(await portal.ReadCodeAsync(who));
        await desk.Button(desk.Words["Operators.Factor.Enter"]).ClickAsync();
        await desk.SeeHeadingAsync(desk.Words["Desk.Title"]);
        return who;
    }

    /// <summary>The resident opens the address on the desk's page, and agrees with number and code; the answer is the value of their cookie.</summary>
    public static async Task<string> AgreeOnPhoneAsync(this Visit desk, PortalHost portal)
    {
        var letters = (await desk.Page.Locator(".view-address").InnerTextAsync()).Trim().Split('/')[^1].Trim('\u2066', '\u2067', '\u2068', '\u2069');
        var view = (await portal.Services.GetRequiredService<OpenView>().ExecuteAsync(letters)).Value.Token;
        (await portal.Services.GetRequiredService<AnswerConsent>().ExecuteAsync(view, agrees: true, TimeSpan.FromSeconds(20))).Problem.ShouldBeNull();
        (await portal.Services.GetRequiredService<AskForConsentCode>().ExecuteAsync(view, ResidentSteps.Number(Residents.Meera), OtpChannel.Phone, Phone)).Problem.ShouldBeNull();
        (await portal.Services.GetRequiredService<EnterConsentCode>().ExecuteAsync(view, await portal.ReadCodeAsync(), Phone)).Problem.ShouldBeNull();
        return view;
    }

    /// <summary>The resident says whether the act before them is right, and confirms it by its code if it is.</summary>
    public static async Task AnswerOnPhoneAsync(this PortalHost portal, string view, bool isRight)
    {
        var eventId = (await portal.Services.GetRequiredService<ShowView>().ExecuteAsync(view)).Value.EventId;
        (await portal.Services.GetRequiredService<AnswerAct>().ExecuteAsync(view, eventId, isRight)).Problem.ShouldBeNull();
        if (isRight)
        {
            (await portal.Services.GetRequiredService<AskForActCode>().ExecuteAsync(view, channel: null, Phone)).Problem.ShouldBeNull();
            (await portal.Services.GetRequiredService<ConfirmAct>().ExecuteAsync(view, await portal.ReadCodeAsync(), Phone)).Problem.ShouldBeNull();
        }
    }
}
