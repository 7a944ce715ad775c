using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>Two desks with a resident each: what one of them sends with an id of the other is answered like an id that nobody has, and changes nothing (S-25).</summary>
public sealed class ForeignIdTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;
    private PortalClient _other = default!;
    private TestDevice _device = default!;
    private Guid _otherDuty;

    private PortalHost Portal => _kiosk.Portal;

    public async ValueTask InitializeAsync()
    {
        _kiosk = await KioskHost.StartAsync();
        _other = new PortalClient(Portal);
        _device = await _other.ProveDeviceAsync("10002");
        _otherDuty = (await _other.BeginAsync(DeviceSteps.Operator("K0002", "10002", KioskSteps.AlwaysOperator.Hours))).DutyId;
    }

    public async ValueTask DisposeAsync()
    {
        _device.Dispose();
        _other.Dispose();
        await _kiosk.DisposeAsync();
    }

    [Fact]
    public async Task S_25_An_approval_of_another_centre_is_answered_like_one_that_is_not_there_and_leaves_its_row()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        await Portal.InDatabaseAsync(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(row => row.Act, DeskActState.WaitsForApproval)));
        var visit = await Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Id).SingleAsync());
        var foreign = await AnswerAsync(visit);
        foreign.Text.ShouldContain(new PortalWords("en").Problem("kiosks.noVisit"));
        foreign.Text.ShouldBe((await AnswerAsync(Guid.NewGuid())).Text);
        (await _kiosk.ChainAsync())[^1].ShouldBe("Refused Failure kiosks.noVisit");
        (await Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Act).SingleAsync())).ShouldBe(DeskActState.WaitsForApproval);
    }

    [Fact]
    public async Task S_25_A_print_of_the_visit_before_and_of_another_desk_is_not_handed_out()
    {
        await _kiosk.AgreedAsync(VisitPurpose.PrintCard);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), Links.KioskPrintWish);
        await _kiosk.ConfirmActAsync();
        var print = await Portal.InDatabaseAsync(db => db.ServiceRequests.Select(row => row.EventId).SingleAsync());
        await AgreeAtOtherDeskAsync(VisitPurpose.PrintCard);
        foreach (var eventId in new[] { print, "1234567890123456" })
        {
            var page = await _other.GetAsync(Links.DeskVisit);
            (await _other.PostForgedAsync(Links.KioskPrint, page, [.. _device.Press(page), ("EventId", eventId)])).Location.ShouldBe(Links.DeskVisit);
        }

        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), "finish");
        await Portal.ForgetAttemptsAsync();
        await _kiosk.StartVisitAsync(VisitPurpose.PrintCard);
        await _kiosk.OpenViewAsync();
        await _kiosk.AgreeAsync("4195891024", "9876500002");
        var next = await _kiosk.Operator.GetAsync(Links.DeskVisit);
        (await _kiosk.Operator.PostForgedAsync(Links.KioskPrint, next, [.. _kiosk.Signed(next), ("EventId", print)])).Location.ShouldBe(Links.DeskVisit);
        (await Portal.InDatabaseAsync(db => db.Visits.SumAsync(row => row.Prints))).ShouldBe(0);
    }

    [Fact]
    public async Task S_25_A_stand_in_number_of_another_desks_resident_is_not_stopped()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Vids);
        await AgreeAtOtherDeskAsync(VisitPurpose.Vids);
        var (own, theirs) = (await _kiosk.Operator.GetAsync(Links.Vids), await _other.GetAsync(Links.Vids));
        var key = theirs.VidKeys()[0];
        var answers = new List<Answer>();
        foreach (var forged in new[] { key, new string('0', key.Length) })
        {
            answers.Add(await _kiosk.Operator.PostForgedAsync(Links.Vids, own, [.. _kiosk.Signed(own), ("_handler", "stop"), ("Posted.Key", forged), ("Posted.Intent", $"{Guid.NewGuid()}")]));
        }

        answers.ShouldAllBe(answer => answer.Status < HttpStatusCode.InternalServerError && answer.Location != Links.DeskVisit);
        answers[0].Text.ShouldBe(answers[1].Text);
        (await Portal.InDatabaseAsync(db => db.ServiceRequests.CountAsync())).ShouldBe(0);
        Portal.Sandbox.Calls.Count("idrepository.vid.update").ShouldBe(0);
    }

    [Fact]
    public async Task S_25_An_act_of_another_visit_is_not_answered_in_this_ones_view()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        var view = await AgreeAtOtherDeskAsync(VisitPurpose.Locks);
        await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        var locks = await _other.GetAsync(Links.Locks);
        (await _other.PostFormAsync(locks, ["lock-Iris"], _device.Press(locks))).Location.ShouldBe(Links.DeskVisit);
        var theirs = (await _kiosk.Get<ShowView>().ExecuteAsync(_kiosk.View)).Value.EventId!;
        using var resident = new PortalClient(Portal);
        resident.Cookies["__Host-visit"] = view;
        var page = await resident.GetAsync(Links.Visit);
        foreach (var deed in new[] { "Right", "Wrong" })
        {
            var answers = new List<Answer>();
            foreach (var forged in new[] { theirs, "1234567890123456" })
            {
                answers.Add(await resident.PostForgedAsync(Links.Visit, page, ("_handler", "visit"), ("Deed", deed), ("EventId", forged)));
            }

            answers.ShouldAllBe(answer => answer.Text.Contains(new PortalWords("en").Problem("kiosks.otherStep"), StringComparison.Ordinal));
            answers[0].Text.ShouldBe(answers[1].Text);
        }

        var rows = await Portal.InDatabaseAsync(db => db.Visits.ToListAsync());
        rows.ShouldAllBe(row => row.Act == DeskActState.BeforeResident && row.ActRightAt == null);
    }

    [Theory]
    [InlineData(Links.KioskDevices, "confirm", "Device")]
    [InlineData(Links.KioskDevices, "suspend", "Device")]
    [InlineData(Links.KioskOperators, "suspend", "Account")]
    [InlineData(Links.KioskOperators, "reopen", "Account")]
    [InlineData(Links.KioskOperators, "link", "Account")]
    [InlineData(Links.KioskAlerts, "close", "Alert")]
    [InlineData(Links.KioskApprovals, "answer", "Visit")]
    public async Task S_25_An_id_that_nobody_has_changes_nothing_and_an_operator_learns_of_none(string path, string handler, string field)
    {
        using var supervisor = new PortalClient(Portal);
        await supervisor.BeginSupervisorAsync();
        var before = await Portal.InDatabaseAsync(db => db.AuditRows.CountAsync());
        var unknown = await supervisor.PostForgedAsync(path, await supervisor.GetAsync(Links.KioskDevices), ("_handler", handler), (field, $"{Guid.NewGuid()}"), ("Answer", "yes"));
        unknown.Text.ShouldContain(new PortalWords("en").Problem(path is Links.KioskApprovals ? "kiosks.noVisit" : "common.notFound"));
        (await Portal.InDatabaseAsync(db => db.AuditRows.CountAsync())).ShouldBe(before);
        if (path is Links.KioskApprovals)
        {
            return; // Operators have that page; what is not theirs is tried above.
        }

        // To an operator all ids are alike, their own device's too.
        var page = await _other.GetAsync(Links.Desk);
        var known = await _other.PostForgedAsync(path, page, [.. _device.Press(page), ("_handler", handler), (field, $"{_kiosk.Device.Id}")]);
        var random = await _other.PostForgedAsync(path, page, [.. _device.Press(page), ("_handler", handler), (field, $"{Guid.NewGuid()}")]);
        (known.Status, known.Location, known.Text).ShouldBe((random.Status, random.Location, random.Text));
        (await Portal.InDatabaseAsync(db => db.KioskDevices.CountAsync(row => row.SuspendedAt != null))).ShouldBe(0);
    }

    [Fact]
    public async Task S_71_The_number_of_another_device_proves_nothing_and_is_answered_like_none()
    {
        var asked = await _other.PostJsonAsync(Links.KioskChallenge, new { deviceId = _kiosk.Device.Id });
        var nonce = KioskSteps.Json(asked).GetProperty("nonce").GetString()!;
        var signature = _device.Sign($"prove\n{nonce}");
        var foreign = await _other.PostJsonAsync(Links.KioskProof, new { deviceId = _kiosk.Device.Id, nonce, signature, isStart = true });
        var unknown = await _other.PostJsonAsync(Links.KioskProof, new { deviceId = Guid.NewGuid(), nonce, signature, isStart = true });
        (foreign.Status, foreign.Body).ShouldBe((unknown.Status, unknown.Body));
        foreign.Body.ShouldContain("kiosks.deviceNotProved");
        (await Portal.NotesAsync(AuditEvent.Refused)).ShouldContain($"Failure kiosks.deviceNotProved, device {_kiosk.Device.Id:N}");
        (await _kiosk.Operator.GetAsync(Links.Desk)).Text.ShouldContain("Help a resident");
    }

    private async Task<Answer> AnswerAsync(Guid visit)
    {
        var page = await _other.GetAsync(Links.KioskApprovals);
        page.Text.ShouldContain("Nothing waits.");
        return await _other.PostForgedAsync(Links.KioskApprovals, page, [.. _device.Press(page), ("_handler", "answer"), ("Visit", $"{visit:N}"), ("Answer", "yes")]);
    }

    // Priya agrees at the other desk, on a screen of her own; the answer is the value of her cookie.
    private async Task<string> AgreeAtOtherDeskAsync(params VisitPurpose[] purposes)
    {
        _ = (await _kiosk.Get<StartVisit>().ExecuteAsync(_otherDuty, purposes.ToHashSet(), Language.English)).Value;
        var view = (await _kiosk.Get<OpenView>().ExecuteAsync((await _kiosk.Get<OfferView>().ExecuteAsync(_otherDuty, ViewPlace.OtherScreen)).Value.LinkCode)).Value.Token;
        (await _kiosk.Get<AnswerConsent>().ExecuteAsync(view, agrees: true, TimeSpan.FromSeconds(20))).Problem.ShouldBeNull();
        (await _kiosk.Get<AskForConsentCode>().ExecuteAsync(view, ResidentSteps.Number(Residents.Priya), OtpChannel.Phone, _device.Visitor)).Problem.ShouldBeNull();
        (await _kiosk.Get<EnterConsentCode>().ExecuteAsync(view, await Portal.ReadCodeAsync(Residents.PriyasPhone), _device.Visitor)).Problem.ShouldBeNull();
        return view;
    }
}
