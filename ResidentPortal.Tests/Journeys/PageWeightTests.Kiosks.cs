using Microsoft.Playwright;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <content>Pages of kiosks: at a desk, in a supervisor's office, and on the resident's own phone, with their scripts.</content>
public sealed partial class PageWeightTests
{
    private const int MostOnPhone = 20 * 1024;
    private const int MostAtDesk = 250 * 1024;

    private static readonly Visitor Office = new("office", "7F0000", "Chrome", "Linux");

    [Fact]
    public async Task A_page_of_a_kiosk_weighs_at_most_20_KB_on_the_residents_own_phone_and_250_KB_elsewhere()
    {
        await using var core = portal.OpenCore();
        using var device = new TestDevice { Visitor = new Visitor("kiosk browser", "7F0000", "Chrome", "Linux") };
        var duty = await core.Services.BeginAsync(device, KioskHost.Proof);
        var faults = new List<string>();
        foreach (var language in new[] { Language.Arabic, Language.English })
        {
            (await core.Get<StartVisit>().ExecuteAsync(duty.DutyId, Enum.GetValues<VisitPurpose>().ToHashSet(), language)).Problem.ShouldBeNull();
            await using var phone = await browser.VisitAsync(portal.Address, language.Tag, width: 320);
            await AskOnPhoneAsync(phone, (await core.Get<OfferView>().ExecuteAsync(duty.DutyId, ViewPlace.OtherScreen)).Value.LinkCode!, faults);
            if (language == Language.Arabic)
            {
                await core.Get<FinishVisit>().ExecuteAsync(duty.DutyId);
                continue;
            }

            await AgreeAsync(phone);
            await using var desk = await browser.VisitAsync(portal.Address, width: 1024);
            await WeighAllAsync(desk, [Links.KioskEnrol, Links.KioskSignIn], MostAtDesk, faults);
            await desk.Context.AddCookiesAsync([Cookie(PortalCookies.Kiosk, device.Token!), Cookie(PortalCookies.Operator, duty.Token)]);
            await WeighAllAsync(desk, [Links.DeskVisit, Links.Locks], MostAtDesk, faults);
            await core.Get<FinishVisit>().ExecuteAsync(duty.DutyId);
            await WeighAllAsync(desk, [Links.Desk], MostAtDesk, faults);
        }

        await using var office = await browser.VisitAsync(portal.Address);
        var supervisor = await core.Get<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, Office);
        await office.Context.AddCookiesAsync([Cookie(PortalCookies.Operator, supervisor.Value.Token)]);
        await WeighAllAsync(office, [Links.KioskAlerts], MostAtDesk, faults);
        faults.ShouldBeEmpty();
    }

    private static Cookie Cookie(string name, string value) => new() { Name = name, Value = value, Domain = "localhost", Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax };

    private static async Task AskOnPhoneAsync(Visit phone, string letters, List<string> faults)
    {
        await WeighAllAsync(phone, [Links.VisitLinkOf(letters)], MostOnPhone, faults);
        await phone.Page.Locator("main form button").ClickAsync();
        await phone.SeeHeadingAsync(phone.Words["View.Consent.Title"]);
        await WeighAllAsync(phone, [Links.Visit], MostOnPhone, faults);
    }

    // Each as on a first visit.
    private static async Task WeighAllAsync(Visit visit, IEnumerable<string> paths, int most, List<string> faults)
    {
        foreach (var path in paths)
        {
            await ForgetPagesAsync(visit);
            if (await WeighAsync(visit, () => visit.OpenAsync(path)) is var weight && weight > most)
            {
                faults.Add($"{path} weighs {weight} bytes.");
            }

            if (!string.Equals(new Uri(visit.Page.Url).AbsolutePath, path, StringComparison.Ordinal))
            {
                faults.Add($"{path} led to {visit.Page.Url}.");
            }
        }
    }

    private async Task AgreeAsync(Visit phone)
    {
        await phone.Button("I agree").ClickAsync();
        await phone.Field(phone.Words["SignIn.Number"]).FillAsync("3741891571");
        await phone.Button(phone.Words["SignIn.Send"]).ClickAsync();
        await phone.SeeHeadingAsync(phone.Words["View.Code.Title"]);
        await phone.Field(phone.Words["Code.Field"]).FillAsync(await portal.ReadCodeAsync("9876500003"));
        await phone.Button(phone.Words["View.Code.Enter"]).ClickAsync();
        await phone.SeeHeadingAsync(phone.Words["View.Waiting.Title"]);
    }
}
