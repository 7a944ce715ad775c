using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>An operator's press that arrives twenty times at once has one effect and one row, and every answer is a page .</summary>
public sealed class TwentyAtDeskTests : IAsyncLifetime
{
    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Fact]
    public async Task R_21_Finish_ends_the_visit_once_and_every_window_says_what_was_done()
    {
        var visit = await _kiosk.AgreedAsync(VisitPurpose.Locks);
        (await _kiosk.TwentyAsync(visit, "finish")).Saying("The visit is over").ShouldBe(20);
        (await _kiosk.ChainAsync()).Count(row => row is "VisitEnded Finished").ShouldBe(1);
        (await _kiosk.Portal.InDatabaseAsync(db => db.Notices.CountAsync(row => row.Kind == NoticeKind.VisitEnded))).ShouldBe(1);
    }

    [Fact]
    public async Task R_21_Choosing_purposes_begins_one_visit_and_asking_for_more_asks_once()
    {
        var started = await _kiosk.TwentyAsync(await _kiosk.Operator.GetAsync(Links.Desk), "start", ("Ticked", "Locks"), ("Speaks", "eng"));
        started.ShouldAllBe(answer => answer.Location == Links.DeskVisit);
        (await _kiosk.Portal.InDatabaseAsync(db => db.Visits.CountAsync())).ShouldBe(1);
        await _kiosk.OpenViewAsync();
        await _kiosk.AgreeAsync();
        var more = await _kiosk.TwentyAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), "add", ("Ticked", "Vids"));
        more.ShouldAllBe(answer => answer.Location == Links.DeskVisit);
        (await _kiosk.ChainAsync()).Count(row => row is "ConsentAsked Vids").ShouldBe(1);
        (await _kiosk.Portal.InDatabaseAsync(db => db.Visits.Select(row => row.Round).SingleAsync())).ShouldBe(2);
    }

    [Fact]
    public async Task R_21_An_act_is_put_before_the_resident_once_and_taken_away_once()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        var prepared = await _kiosk.TwentyAsync(await _kiosk.Operator.GetAsync(Links.Locks), "lock-Fingerprint");
        prepared.ShouldAllBe(answer => answer.Location == Links.DeskVisit);
        (await _kiosk.Portal.InDatabaseAsync(db => db.ServiceRequests.CountAsync())).ShouldBe(1);
        (await _kiosk.ChainAsync()).Count(row => row is "ActPrepared ChangeAuthLocks").ShouldBe(1);
        var taken = await _kiosk.TwentyAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit), "take-away");
        taken.ShouldAllBe(answer => answer.Location == Links.DeskVisit);
        (await _kiosk.ChainAsync()).Count(row => row is "ActRefused Failure taken away").ShouldBe(1);
    }

    [Fact]
    public async Task R_21_The_screen_is_handed_over_once_and_one_window_has_the_view()
    {
        var visit = await _kiosk.StartVisitAsync(VisitPurpose.Locks);
        var answers = await _kiosk.TwentyAsync(visit, "hand-over");
        answers.Count(answer => answer.Headers.TryGetValue("Set-Cookie", out var line) && line.Contains("__Host-visit=", StringComparison.Ordinal)).ShouldBe(1);
        answers.Where(answer => answer.Location is null).ShouldAllBe(answer => answer.Text.Contains(new PortalWords("en").Problem("kiosks.handedOver"), StringComparison.Ordinal));
        answers.Where(answer => answer.Location is not null).ShouldAllBe(answer => answer.Location == Links.Visit);
        (await _kiosk.ChainAsync()).Count(row => row is "HandedOver SameScreen").ShouldBe(1);
    }
}
