using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Operators;

/// <summary>A supervisor's press that arrives twenty times at once has one effect and one row, and every answer is a page or a clear sentence .</summary>
public sealed partial class TwentySupervisorTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;
    private PortalClient _supervisor = default!;

    private PortalHost Portal => _kiosk.Portal;

    public async ValueTask InitializeAsync()
    {
        _kiosk = await KioskHost.StartAsync();
        _supervisor = new PortalClient(Portal);
        await _supervisor.BeginSupervisorAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _supervisor.Dispose();
        await _kiosk.DisposeAsync();
    }

    [Fact]
    public async Task R_21_A_device_is_enrolled_confirmed_and_suspended_once()
    {
        var offered = await _supervisor.PostFormAsync(await _supervisor.GetAsync(Links.KioskDevices), "offer", ("Name", "Counter 7"), ("Centre", "10001"));
        var code = EnrolmentCodes().Match(offered.Text).Value;
        using var device = new TestDevice();
        using var desk = new PortalClient(Portal);
        var enrolled = await desk.TwentyAsync(window => window.EnrolAsync(device, code));
        var made = enrolled.Single(answer => answer.Status is HttpStatusCode.OK);
        enrolled.Where(answer => answer != made).ShouldAllBe(answer => answer.Status == HttpStatusCode.Conflict && answer.Body.Contains("kiosks.enrolmentCodeWrong"));
        (await Portal.InDatabaseAsync(db => db.KioskDevices.CountAsync(row => row.Name == "Counter 7"))).ShouldBe(1);

        var id = KioskSteps.Json(made).GetProperty("deviceId").GetGuid();
        (await TwentyAsync(Links.KioskDevices, ["confirm", $"{id}"])).ShouldAllBe(answer => answer.Location == Links.KioskDevices);
        (await TwentyAsync(Links.KioskDevices, ["suspend", $"{id}"])).ShouldAllBe(answer => answer.Location == Links.KioskDevices);
        (await Portal.NotesAsync(AuditEvent.DeviceEnrolled)).Count(note => note.EndsWith($"device {id:N}", StringComparison.Ordinal)).ShouldBe(1);
        (await Portal.NotesAsync(AuditEvent.DeviceConfirmed)).Count(note => note.StartsWith($"device {id:N}", StringComparison.Ordinal)).ShouldBe(1);
        (await Portal.NotesAsync(AuditEvent.DeviceSuspended)).ShouldBe([$"device {id:N}, S0001"]);
    }

    [Fact]
    public async Task R_21_An_operator_is_added_once_and_one_window_has_the_link()
    {
        var answers = await TwentyAsync(Links.KioskOperators, ["add"], ("Number", "K204"), ("Name", "Musa Bello"), ("Centre", "10001"), ("Days", "1"), ("From", "08:00"), ("To", "16:30"), ("Uin", Residents.Priya));
        answers.Count(answer => JoinLinks().IsMatch(answer.Markup)).ShouldBe(1);
        answers.Saying(new PortalWords("en").Problem("operators.numberTaken")).ShouldBe(19);
        (await Portal.InAccountsAsync(db => db.Users.CountAsync())).ShouldBe(1);
        (await Portal.NotesAsync(AuditEvent.OperatorChanged)).ShouldBe(["Added, K204, by S0001"]);
    }

    [Fact]
    public async Task R_21_An_account_is_suspended_opened_again_and_given_a_new_link_that_works_once()
    {
        var someone = await Portal.AddReadyOperatorAsync("K204");
        (await TwentyAsync(Links.KioskOperators, ["suspend", someone.Id])).ShouldAllBe(answer => answer.Location == Links.KioskOperators);
        (await TwentyAsync(Links.KioskOperators, ["reopen", someone.Id])).ShouldAllBe(answer => answer.Location == Links.KioskOperators);
        (await Portal.NotesAsync(AuditEvent.OperatorChanged)).ShouldBe(["Added, K204", "Joined, K204", "Suspended, K204, by S0001", "Reopened, K204, by S0001"]);

        // Each press makes a link, and only one of them opens.
        var links = (await TwentyAsync(Links.KioskOperators, ["link", someone.Id])).Select(answer => new Uri(JoinLinks().Match(answer.Markup).Value).AbsolutePath).ToList();
        links.Distinct(StringComparer.Ordinal).Count().ShouldBe(20);
        using var newcomer = new PortalClient(Portal);
        var opened = 0;
        foreach (var link in links)
        {
            opened += (await newcomer.GetAsync(link)).Text.Contains("This link was used already", StringComparison.Ordinal) ? 0 : 1;
        }

        opened.ShouldBe(1);
    }

    [Theory]
    [InlineData("yes", DeskActState.BeforeResident)]
    [InlineData("no", DeskActState.NotApproved)]
    public async Task R_21_An_act_is_approved_or_not_once(string answer, DeskActState state)
    {
        await _kiosk.AgreedAsync();
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        await Portal.InDatabaseAsync(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(row => row.Act, DeskActState.WaitsForApproval)));
        var visit = await Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Id).SingleAsync());
        var answers = await TwentyAsync(Links.KioskApprovals, ["answer", $"{visit:N}"], ("Answer", answer));
        answers.Count(one => one.Location is Links.KioskApprovals).ShouldBe(1);
        answers.Saying(new PortalWords("en").Problem("kiosks.noVisit")).ShouldBe(19);
        (await _kiosk.ChainAsync()).Count(row => row.StartsWith("SecondApproval", StringComparison.Ordinal)).ShouldBe(1);
        (await Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Act).SingleAsync())).ShouldBe(state);
    }

    [Fact]
    public async Task R_21_An_alert_is_closed_once_and_who_closed_it_stands_in_the_trail()
    {
        var alert = Guid.NewGuid();
        await Portal.InDatabaseAsync(async db =>
        {
            db.Misuses.Add(new MisuseRow
            {
                Id = alert, Rule = MisuseRule.QuickConsent, CentreCode = "10001", OperatorNumber = "K017", OperatorId = "operator-1", Subject = "quick", FoundAt = DateTimeOffset.UnixEpoch, Count = 4,
                FirstAt = DateTimeOffset.UnixEpoch, LastAt = DateTimeOffset.UnixEpoch,
            });
            return await db.SaveChangesAsync();
        });
        (await TwentyAsync(Links.KioskAlerts, ["close", $"{alert:N}"])).ShouldAllBe(answer => answer.Location == Links.KioskAlerts);
        (await Portal.NotesAsync(AuditEvent.OperatorChanged)).ShouldBe(["alert QuickConsent closed, K017, by S0001"]);
    }

    private async Task<IReadOnlyList<Answer>> TwentyAsync(string path, string[] holding, params (string Name, string Value)[] fields)
    {
        var page = await _supervisor.GetAsync(path);
        return await _supervisor.TwentyAsync(window => window.PostFormAsync(page, holding, fields));
    }

    [GeneratedRegex("[A-Z]{4}-[A-Z]{4}", RegexOptions.None, 1000)]
    private static partial Regex EnrolmentCodes();

    [GeneratedRegex("http://localhost/kiosk/join/[\\w-]+", RegexOptions.None, 1000)]
    private static partial Regex JoinLinks();
}
