using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using ResidentPortal.Core.Alarms;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Alarms;

/// <summary>S-21: a resident sees where they are signed in, and ends it.</summary>
public sealed class EndSignInsTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private SessionTicket _home = default!;
    private SessionTicket _phone = default!;
    private SessionTicket _shop = default!;

    public async ValueTask InitializeAsync()
    {
        _shop = await _world.SignInAsync(browser: "shop", visitor: Stranger, isShared: true);
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        _phone = await _world.SignInAsync(browser: "phone", visitor: HomePhone with { Browser = "Chrome", System = "Android" });
        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        _home = await _world.SignInAsync();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_21_A_resident_sees_this_sign_in_and_the_others_with_browser_and_system()
    {
        var overview = await OverviewAsync();
        overview.This.Id.ShouldBe(_home.SessionId);
        overview.Others.Select(one => (one.Id, one.Browser, one.System, one.IsSharedDevice)).ShouldBe([(_phone.SessionId, "Chrome", "Android", false), (_shop.SessionId, null, null, true)]);
        overview.Others[0].SignedInAt.ShouldBe(_world.Clock.GetUtcNow() - TimeSpan.FromSeconds(31));
        overview.Ended.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_21_One_is_ended_and_the_others_go_on()
    {
        var receipt = await _world.ReceiptAsync(_home.SessionId, (await EndAsync(_shop.SessionId)).Value);
        (receipt.Kind, receipt.State).ShouldBe((ActKind.EndSignIns, ActState.Confirmed));
        (await AliveAsync()).ShouldBe([true, true, false]);
        (await _world.Get<ResumeSession>().ExecuteAsync(_shop.Token)).Problem.ShouldBe(SessionProblems.EndedElsewhere);
        (await OverviewAsync()).Ended.ShouldHaveSingleItem().End.ShouldBe(SessionEnd.EndedElsewhere);
    }

    [Fact]
    public async Task S_21_All_others_are_ended_and_the_resident_is_told()
    {
        (await EndAsync(null)).IsSuccess.ShouldBeTrue();
        (await AliveAsync()).ShouldBe([true, false, false]);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("Sign-ins with your ID number were ended at 2026-11-24 10:01 UTC. Request ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_11_To_end_another_sign_in_needs_a_fresh_code_and_then_keeps_the_one_that_asked()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(4.8));
        var other = await _world.SignInAsync("4195891024", browser: "other");
        _world.Clock.Advance(TimeSpan.FromMinutes(0.2));
        var refusal = (await EndAsync(null)).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        (await AliveAsync())[1].ShouldBeTrue();
        (await _world.ProveAgainAsync(_home.SessionId)).IsSuccess.ShouldBeTrue();
        (await AliveAsync())[1].ShouldBeTrue();
        (await _world.Get<ContinueAct>().ExecuteAsync(_home.SessionId, (string)refusal.Facts["eventId"])).IsSuccess.ShouldBeTrue();
        (await AliveAsync()).ShouldBe([true, false, false]);
        (await _world.Get<CheckSession>().ExecuteAsync(other.SessionId, isSeen: false)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task S_20_Pages_that_are_open_on_an_ended_sign_in_are_told_at_the_second_look()
    {
        using var watch = new SessionWatch(_world.Get<FindEndedSessions>(), _world.Clock, NullLogger<SessionWatch>.Instance);
        var told = new List<Problem>();
        watch.Add(
            new CircuitSession
            {
                Ended = problem =>
                {
                    told.Add(problem);
                    return Task.CompletedTask;
                },
            },
            _phone.SessionId);
        await EndAsync(_phone.SessionId);
        await watch.LookAsync(CancellationToken.None);
        await watch.LookAsync(CancellationToken.None);
        told.ShouldBe([SessionProblems.EndedElsewhere]);
    }

    [Fact]
    public async Task S_25_Nobody_ends_the_sign_in_of_another_or_their_own_this_way()
    {
        var other = await _world.SignInAsync("4195891024", browser: "other");
        foreach (var id in new[] { other.SessionId, _home.SessionId, Guid.NewGuid() })
        {
            (await EndAsync(id)).Problem.ShouldBe(AlarmProblems.SignInOver);
        }

        (await _world.Get<EndSignIns>().ExecuteAsync(Guid.NewGuid(), new EndSignInsOrder(Guid.NewGuid(), SignInId: null))).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowSignIns>().ExecuteAsync(Guid.NewGuid())).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<CheckSession>().ExecuteAsync(other.SessionId, isSeen: false)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task R_21_Twenty_presses_end_them_once()
    {
        var order = new EndSignInsOrder(Guid.NewGuid(), _shop.SessionId);
        var presses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<EndSignIns>().ExecuteAsync(_home.SessionId, order))));
        presses.Select(press => press.Value.Value).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(row => row.Kind == NoticeKind.SignInsEnded, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task R_19_A_crash_before_the_end_is_made_good_by_the_worker()
    {
        var session = (await _world.Get<CheckSession>().ExecuteAsync(_home.SessionId, isSeen: true)).Value;
        var order = new EndSignInsOrder(Guid.NewGuid(), SignInId: null) { KeptId = _home.SessionId };
        (await _world.Get<ServiceLedger>().TakeAsync(session, ActKind.EndSignIns, order.IntentId, order.ToWish())).Value.IsMine.ShouldBeTrue();
        _world.Clock.Advance(TimeSpan.FromSeconds(46));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        (await AliveAsync()).ShouldBe([true, false, false]);
    }

    [Fact]
    public async Task What_ended_by_the_clock_is_shown_as_that_with_its_time()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var ended = (await OverviewAsync()).Ended.ShouldHaveSingleItem();
        (ended.Id, ended.End, ended.EndedAt).ShouldBe((_shop.SessionId, SessionEnd.Away, ended.LastSeenAt + TimeSpan.FromMinutes(5)));
        await EndAsync(null);
        (await OverviewAsync()).Ended.Single(one => one.Id == _shop.SessionId).End.ShouldBe(SessionEnd.Away);
    }

    [Fact]
    public async Task Twenty_sign_ins_of_ninety_days_are_shown_and_how_many_wrong_codes_there_were()
    {
        await using (var db = _world.OpenDatabase())
        {
            foreach (var days in Enumerable.Range(1, 95))
            {
                var at = _world.Clock.GetUtcNow().AddDays(-days);
                var row = await db.Sessions.AsNoTracking().SingleAsync(one => one.Id == _phone.SessionId, TestContext.Current.CancellationToken);
                db.Sessions.Add(new SessionRow
                {
                    Id = Guid.NewGuid(), TokenKey = $"{days}", PersonKey = row.PersonKey, SealedUin = row.SealedUin, SealedIndividualId = row.SealedIndividualId, Language = "eng", Channel = row.Channel,
                    IsSharedDevice = false, SignedInAt = at, LastSeenAt = at, CodeEnteredAt = at, EndedAt = at.AddMinutes(1), End = SessionEnd.SignedOut,
                });
            }

            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        _world.Clock.Advance(TimeSpan.FromSeconds(31));
        await _world.AskForCodeAsync(browser: "thief", visitor: Stranger);
        await _world.EnterCodeAsync(_world.WrongCode(), "thief", Stranger);
        var overview = await OverviewAsync();
        overview.Ended.Count.ShouldBe(20);
        overview.Ended.ShouldBe(overview.Ended.OrderByDescending(one => one.SignedInAt));
        overview.WrongCodes.ShouldBe(1);
    }

    [Fact]
    public async Task S_21_Staff_end_every_sign_in_of_a_person_by_either_number_and_the_person_is_told()
    {
        (await _world.Get<CountSignIns>().ExecuteAsync()).Value.ShouldBe(new SignInCounts(3, 1, 1));
        (await _world.Get<EndSignInsOfPerson>().ExecuteAsync(Number(_world.Platform.VidOf(Meera)))).Value.ShouldBe(3);
        (await AliveAsync()).ShouldBe([false, false, false]);
        (await _world.Get<EndSignInsOfPerson>().ExecuteAsync(Number(Meera))).Value.ShouldBe(0);
        (await _world.Get<CountSignIns>().ExecuteAsync()).Value.ShouldBe(new SignInCounts(0, 0, 0));
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.SignedOut && row.Note == "EndedByStaff", TestContext.Current.CancellationToken)).ShouldBe(3);
        (await db.Notices.CountAsync(row => row.Kind == NoticeKind.SignInsEnded, TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    private Task<Outcome<Core.Identifiers.EventId>> EndAsync(Guid? id) => _world.Get<EndSignIns>().ExecuteAsync(_home.SessionId, new EndSignInsOrder(Guid.NewGuid(), id));

    private async Task<SignInOverview> OverviewAsync() => (await _world.Get<ShowSignIns>().ExecuteAsync(_home.SessionId)).Value;

    private async Task<bool[]> AliveAsync()
    {
        var alive = new List<bool>();
        foreach (var ticket in new[] { _home, _phone, _shop })
        {
            alive.Add((await _world.Get<CheckSession>().ExecuteAsync(ticket.SessionId, isSeen: false)).IsSuccess);
        }

        return [.. alive];
    }
}
