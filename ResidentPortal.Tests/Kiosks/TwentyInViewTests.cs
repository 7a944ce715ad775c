using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>A resident's press that arrives twenty times at once has one effect and one row, and every answer is a page or says that the visit has moved on .</summary>
public sealed class TwentyInViewTests : IAsyncLifetime
{
    private static readonly string MovedOn = new PortalWords("en").Problem("kiosks.otherStep");
    private KioskHost _kiosk = default!;
    private PortalClient _resident = default!;

    public async ValueTask InitializeAsync()
    {
        _kiosk = await KioskHost.StartAsync();
        _resident = new PortalClient(_kiosk.Portal);
    }

    public async ValueTask DisposeAsync()
    {
        _resident.Dispose();
        await _kiosk.DisposeAsync();
    }

    [Fact]
    public async Task R_21_I_agree_counts_once_where_nobodys_number_is_wanted()
    {
        var consent = await OpenAsync(VisitPurpose.Track);
        ShouldLeadOnOrSay(await TwentyAsync(consent, "Agree"), MovedOn);
        (await _kiosk.ChainAsync()).Count(row => row is "ConsentGiven Track").ShouldBe(1);
    }

    [Fact]
    public async Task R_21_A_code_is_sent_once_and_opens_one_sign_in()
    {
        var consent = await OpenAsync(VisitPurpose.Locks);
        ShouldLeadOnOrSay(await TwentyAsync(consent, "Agree"), MovedOn);
        await TwentyAsync(await _resident.GetAsync(Links.Visit), "Number", ("Number", Residents.Meera), ("Channel", "phone"));
        (await _kiosk.ChainAsync()).Count(row => row is "CodeAsked VisitConsent").ShouldBe(1);
        var code = await _kiosk.Portal.ReadCodeAsync();
        var page = await _resident.GetAsync(Links.Visit);
        await TwentyAsync(page, "ConsentCode", ("Code", code));
        (await _kiosk.ChainAsync()).Count(row => row is "ConsentGiven Locks").ShouldBe(1);
        (await _kiosk.Portal.InDatabaseAsync(db => db.Sessions.CountAsync(row => row.VisitId != null))).ShouldBe(1);

        // A code has four tries: what else came of the one press is no consent that failed.
        (await _kiosk.Portal.InDatabaseAsync(db => db.Visits.Select(row => row.FailedConsents).SingleAsync())).ShouldBeLessThan(4);
        var late = await TwentyAsync(page, "ConsentCode", ("Code", code));
        late.ShouldAllBe(answer => answer.Text.Contains(MovedOn, StringComparison.Ordinal));
    }

    [Fact]
    public async Task R_21_An_act_is_answered_once_and_sent_once()
    {
        await AgreedAsync();
        await PrepareAsync("lock-Iris");
        ShouldLeadOnOrSay(await TwentyAsync(await _resident.GetAsync(Links.Visit), "Wrong"), MovedOn);
        (await _kiosk.ChainAsync()).Count(row => row is "ActRefused Failure not right").ShouldBe(1);

        await PrepareAsync("lock-Fingerprint");
        await TwentyAsync(await _resident.GetAsync(Links.Visit), "Right");
        await TwentyAsync(await _resident.GetAsync(Links.Visit), "Send", ("Channel", "phone"));
        var code = await _kiosk.Portal.ReadCodeAsync();
        var sent = await TwentyAsync(await _resident.GetAsync(Links.Visit), "ActCode", ("Code", code));
        sent.ShouldContain(answer => answer.Location == Links.Visit);
        _kiosk.Portal.Sandbox.Calls.Count("idrepository.authtypes.update").ShouldBe(1);
        var chain = await _kiosk.ChainAsync();
        chain.Count(row => row is "CodeAsked VisitAct").ShouldBe(1);
        chain.Count(row => row is "ActConfirmed ChangeAuthLocks").ShouldBe(1);
        chain[^1].ShouldBe("ActConfirmed ChangeAuthLocks");
        (await _kiosk.Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Acts).SingleAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task R_21_No_stop_ends_the_visit_once()
    {
        var consent = await OpenAsync(VisitPurpose.Locks);
        var answers = await TwentyAsync(consent, "Stop");
        answers.Where(answer => answer.Location is null).ShouldAllBe(answer => answer.Text.Contains(new PortalWords("en").Problem("sessions.visitOver"), StringComparison.Ordinal));
        answers.Where(answer => answer.Location is not null).ShouldAllBe(answer => answer.Location == Links.Visit || answer.Location == Links.VisitEnded);
        var chain = await _kiosk.ChainAsync();
        chain.Count(row => row is "ConsentRefused Locks").ShouldBe(1);
        chain.Count(row => row is "VisitEnded Stopped").ShouldBe(1);
        chain[^1].ShouldBe("VisitEnded Stopped");
    }

    private static void ShouldLeadOnOrSay(IReadOnlyList<Answer> answers, string words)
    {
        answers.Where(answer => answer.Location is null).ShouldAllBe(answer => answer.Text.Contains(words, StringComparison.Ordinal));
        answers.Where(answer => answer.Location is not null).ShouldAllBe(answer => answer.Location == Links.Visit);
        answers.Count(answer => answer.Location is not null).ShouldBeGreaterThan(0);
    }

    private Task<IReadOnlyList<Answer>> TwentyAsync(Answer page, string deed, params (string Name, string Value)[] fields) =>
        _resident.TwentyAsync(window => window.PostFormAsync(page, ["visit", deed], [.. page.Body.Contains($"type=\"hidden\" name=\"Deed\" value=\"{deed}\"", StringComparison.Ordinal) ? [] : new[] { ("Deed", deed) }, .. fields]));

    private async Task<Answer> OpenAsync(params VisitPurpose[] purposes)
    {
        await _kiosk.StartVisitAsync(purposes);
        var link = (await _kiosk.Get<OfferView>().ExecuteAsync(_kiosk.DutyId, ViewPlace.OtherScreen)).Value.LinkCode!;
        return await _resident.FollowAsync(await _resident.PostFormAsync(await _resident.GetAsync(Links.VisitLinkOf(link)), "open"));
    }

    private async Task AgreedAsync()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        _resident.Cookies["__Host-visit"] = _kiosk.View!;
    }

    private async Task PrepareAsync(string form) => (await _kiosk.PressAsync(await _kiosk.Operator.GetAsync(Links.Locks), form)).Location.ShouldBe(Links.DeskVisit);
}
