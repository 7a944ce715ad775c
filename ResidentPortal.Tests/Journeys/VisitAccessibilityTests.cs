using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Xunit;

namespace ResidentPortal.Tests.Journeys;

/// <summary>
/// WCAG 2.2 AA by axe around a visit at a desk: the update that a resident checks in their view, what a supervisor is told meanwhile, and what the resident reads afterwards.
/// </summary>
[Collection("walks")]
public sealed class VisitAccessibilityTests(Browser browser) : AccessibilityWalk(browser)
{
    private static readonly Visitor Office = new("office", "7F0000", "Chrome", "Linux");

    private KioskHost _kiosk = default!;

    private protected override async Task<PortalHost> StartAsync() => (_kiosk = await KioskHost.StartAsync()).Portal;

    private protected override async Task WalkAsync(Visit visit)
    {
        using var desk = _kiosk.Operator;
        using var device = _kiosk.Device;
        await using var office = await AnotherVisitAsync();
        await using var phone = await AnotherVisitAsync();
        await GiveAsync(office, PortalCookies.Operator, (await _kiosk.Get<BeginDuty>().ExecuteAsync(DeviceSteps.Supervisor(), deviceToken: null, Office)).Value.Token);
        await visit.SignInAsync(Portal);
        await SeeAsync(visit, Links.Visits, "no visit");
        await Portal.ForgetAttemptsAsync();
        await _kiosk.StartVisitAsync(VisitPurpose.Update);
        await _kiosk.OpenViewAsync();
        await _kiosk.AgreeAsync(OtpChannel.Email);
        await WalkContactAsync(phone);
        await WalkSecondPersonAsync(phone, office);
        await _kiosk.Get<FinishVisit>().ExecuteAsync(_kiosk.DutyId);
        await WalkAlertAsync(office);
        await WalkRecordAsync(visit);
        phone.ShouldBeWithoutComplaints();
        office.ShouldBeWithoutComplaints();
    }

    private static Task GiveAsync(Visit visit, string cookie, string value) =>
        visit.Context.AddCookiesAsync([new Cookie { Name = cookie, Value = value, Domain = "localhost", Path = "/", Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);

    private async Task WalkContactAsync(Visit phone)
    {
        await _kiosk.Get<ChangeViewLanguage>().ExecuteAsync(_kiosk.View, Language.Of(phone.Words.Culture));
        await _kiosk.AnswerAsync("phone", DeskUpdateSteps.NewPhone);
        await GiveAsync(phone, PortalCookies.Visit, _kiosk.View!);
        await SeeAsync(phone, Links.Visit, "a contact to check");
        await phone.Page.Locator($"a[href='{Links.VisitContactOf("phone")}']").ClickAsync();
        await phone.SeeHeadingAsync(phone.Words["Update.Contact.Title"]);
        await JudgeAsync(phone, "a new contact");
        await phone.Button(phone.Words["Update.Contact.Send"]).ClickAsync();
        await phone.SeeAsync(phone.Words["Update.Contact.Sent"]);
        await JudgeAsync(phone, "its code is on the way");
        await phone.EnterCodeAsync(Portal, phone.Words["Update.Contact.Enter"], DeskUpdateSteps.NewPhone);
        await phone.SeeHeadingAsync(phone.Words["View.Waiting.Title"]);
        await SeeAsync(phone, Links.VisitContactOf("phone"), "a contact that is proved");
    }

    private async Task WalkSecondPersonAsync(Visit phone, Visit office)
    {
        await _kiosk.SendUpdateAsync();
        await phone.OpenAsync(Links.Visit);
        await phone.SeeHeadingAsync(phone.Words["View.Read.Title"]);
        await JudgeAsync(phone, "an update read back");
        await phone.Page.Locator("button[value=Right]").ClickAsync();
        await phone.SeeHeadingAsync(phone.Words["View.Second.Title"]);
        await JudgeAsync(phone, "a second person is asked");
        await SeeAsync(office, Links.KioskApprovals, "an act that waits");
        await office.Button(office.Words["Approvals.Yes"]).ClickAsync();
        await office.SeeAsync(office.Words["Approvals.None"]);
        await phone.SeeHeadingAsync(phone.Words["View.ActCode.Title"]);
        await phone.Button(phone.Words["View.Send.Email"]).ClickAsync();
        await phone.EnterCodeAsync(Portal, phone.Words["View.ActCode.Enter"], Residents.MeerasEmail);
        await phone.SeeHeadingAsync(phone.Words["View.Outcome.Title"]);
    }

    private async Task WalkAlertAsync(Visit office)
    {
        var now = TimeProvider.System.GetUtcNow();
        await Portal.InDatabaseAsync(async db =>
        {
            db.Misuses.Add(new MisuseRow
            {
                Id = Guid.NewGuid(), Rule = MisuseRule.QuickConsent, CentreCode = DeviceSteps.Centre, OperatorNumber = "K017", OperatorId = "operator-1", Subject = "quick", FoundAt = now, Count = 4, FirstAt = now, LastAt = now,
            });
            return await db.SaveChangesAsync();
        });
        await SeeAsync(office, Links.KioskAlerts, "an alert, and counts");
    }

    private async Task WalkRecordAsync(Visit visit)
    {
        var id = await Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Id).SingleAsync());
        await SeeAsync(visit, Links.Visits, "a visit that is over");
        await SeeAsync(visit, Links.VisitOf(id), "the record of a visit");
        var chain = AuditTrail.Visit(id);
        await Portal.InDatabaseAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("DROP TRIGGER AuditRowsAreNotChanged");
            return await db.AuditRows.Where(row => row.Chain == chain && row.Sequence == 2).ExecuteUpdateAsync(set => set.SetProperty(row => row.Note, "another"));
        });
        await visit.OpenAsync(Links.VisitOf(id));
        await visit.SeeAsync(visit.Words["Visits.NotWhole"]);
        await JudgeAsync(visit, "a record that was changed");
    }
}
