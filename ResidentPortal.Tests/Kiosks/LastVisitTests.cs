using System.Net;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

/// <summary>A visit that ends without the operator's press leads to the desk, and the desk says why; all of it without a script.</summary>
public sealed class LastVisitTests : IAsyncLifetime
{
    private const string Over = "The visit is over";

    private KioskHost _kiosk = default!;

    public async ValueTask InitializeAsync() => _kiosk = await KioskHost.StartAsync();

    public ValueTask DisposeAsync() => _kiosk.DisposeAsync();

    [Fact]
    public async Task The_desk_says_that_the_resident_stopped_it_wherever_the_operator_was()
    {
        var visit = await _kiosk.AgreedAsync(VisitPurpose.Locks);
        var locks = await _kiosk.Operator.GetAsync(Links.Locks);
        (await _kiosk.Get<StopVisit>().ExecuteAsync(_kiosk.View)).Problem.ShouldBeNull();
        (await _kiosk.Operator.GetAsync(Links.DeskVisitState)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var lost in new[] { await _kiosk.Operator.GetAsync(Links.DeskVisit), await _kiosk.Operator.GetAsync(Links.Locks), await _kiosk.PressAsync(locks, "lock-Fingerprint"), await _kiosk.PressAsync(visit, ["slow", "true"]) })
        {
            var desk = await _kiosk.Operator.FollowAsync(lost);
            desk.Path.ShouldBe(Links.Desk);
            desk.Text.ShouldContain($"{Over} The resident stopped it.");
            desk.Body.ShouldContain("kiosk-wipe");
        }
    }

    [Fact]
    public async Task The_desk_says_that_the_time_was_over_before_anybody_wrote_the_end_down()
    {
        var visit = await _kiosk.AgreedAsync(VisitPurpose.Locks);
        await _kiosk.Portal.InDatabaseAsync(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(row => row.ConsentAt, Ago(20))));
        (await DeskAsync()).ShouldContain($"{Over} The time was over.");
        var late = await _kiosk.Operator.FollowAsync(await _kiosk.PressAsync(visit, ["slow", "true"]));
        late.Path.ShouldBe(Links.Desk);
        late.Text.ShouldContain($"{Over} The time was over.");
    }

    [Fact]
    public async Task The_desk_says_that_nobody_touched_the_screen()
    {
        await _kiosk.AgreedAsync(VisitPurpose.Locks);
        await _kiosk.Portal.InDatabaseAsync(db => db.Duties.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastSeenAt, Ago(3)!.Value)));
        await _kiosk.Portal.InDatabaseAsync(db => db.Visits.ExecuteUpdateAsync(set => set.SetProperty(row => row.ViewSeenAt, Ago(3)).SetProperty(row => row.StartedAt, Ago(3)!.Value)));
        await _kiosk.Get<EndOldVisits>().ExecuteAsync(TestContext.Current.CancellationToken);
        (await DeskAsync()).ShouldContain($"{Over} Nobody touched the screen for too long.");
    }

    [Fact]
    public async Task A_screen_that_nobody_touches_ends_the_visit_and_does_not_say_that_somebody_pressed()
    {
        var over = await _kiosk.PressAsync(await _kiosk.StartVisitAsync(VisitPurpose.Locks), ["finish", "true"]);
        over.Text.ShouldContain("Nobody touched the screen for too long.");
        over.Text.ShouldNotContain("You finished it.");
        (await DeskAsync()).ShouldContain($"{Over} Nobody touched the screen for too long.");

        await _kiosk.StartVisitAsync(VisitPurpose.Locks);
        await _kiosk.OpenViewAsync();
        using var resident = new PortalClient(_kiosk.Portal);
        resident.Cookies["__Host-visit"] = _kiosk.View!;
        var ended = await resident.FollowAsync(await resident.PostFormAsync(await resident.GetAsync(Links.Visit), ["stop", "true"]));
        ended.Text.ShouldContain("It ended because nobody pressed anything for a while.");
    }

    [Fact]
    public async Task After_Finish_and_as_soon_as_the_next_visit_has_begun_nothing_is_said()
    {
        await _kiosk.PressAsync(await _kiosk.StartVisitAsync(VisitPurpose.Locks), "finish");
        (await DeskAsync()).ShouldNotContain(Over);
        await _kiosk.PressAsync(await _kiosk.StartVisitAsync(VisitPurpose.Locks), ["finish", "true"]);
        (await DeskAsync()).ShouldContain(Over);
        await _kiosk.PressAsync(await _kiosk.StartVisitAsync(VisitPurpose.Locks), "finish");
        (await DeskAsync()).ShouldNotContain(Over);
    }

    private static DateTimeOffset? Ago(int minutes) => TimeProvider.System.GetUtcNow().AddMinutes(-minutes);

    private async Task<string> DeskAsync() => (await _kiosk.Operator.FollowAsync(await _kiosk.Operator.GetAsync(Links.DeskVisit))).Text;
}
