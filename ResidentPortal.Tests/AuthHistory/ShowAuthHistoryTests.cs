using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.AuthHistory;

public sealed class ShowAuthHistoryTests : IAsyncLifetime
{
    private const string Priya = "6153013908";
    private readonly CoreWorld _world = new();
    private Guid _session;

    private DateTimeOffset Now => _world.Clock.GetUtcNow();

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        _world.ForgetUses();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Uses_are_told_newest_first_with_who_how_and_what_came_of_it()
    {
        _world.Use(Now.AddDays(-2), "Harbour Clinic", "FACE-AUTH");
        _world.Use(Now.AddDays(-1), "Acme Bank", "OTP-AUTH,EKYC-AUTH", accepted: false);
        var shown = await _world.HistoryAsync(_session);
        shown.Found.ShouldBe(2);
        shown.Uses.Select(use => (use.Organisation, use.Ways, use.IsAccepted, use.IsPlatform)).ShouldBe(
            [("Acme Bank", UseWays.Code | UseWays.DataGiven, false, false), ("Harbour Clinic", UseWays.Face, true, false)]);
        shown.Organisations.Select(one => one.Name).ShouldBe(["Acme Bank", "Harbour Clinic"]);
    }

    [Fact]
    public async Task A_use_tells_by_which_number_it_was_made_and_how_its_owner_calls_it()
    {
        var vid = _world.Platform.VidOf(Meera);
        var key = (await _world.VidsAsync(_session)).Vids[0].Key;
        await _world.Get<LabelVid>().ExecuteAsync(_session, key, "Bank");
        _world.Use(Now.AddDays(-2));
        _world.Use(Now.AddDays(-1), number: vid);
        (await _world.HistoryAsync(_session)).Uses.Select(use => (use.NumberKind, use.NumberName)).ShouldBe([(UsedNumberKind.OwnVid, "Bank"), (UsedNumberKind.Uin, null)]);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Number = key })).Uses.ShouldHaveSingleItem().NumberKind.ShouldBe(UsedNumberKind.OwnVid);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Number = "uin" })).Uses.ShouldHaveSingleItem().NumberKind.ShouldBe(UsedNumberKind.Uin);

        await _world.RevokeVidAsync(_session, key);
        var gone = (await _world.HistoryAsync(_session, HistorySteps.All with { HidesOwn = true })).Uses[0];
        (gone.NumberKind, gone.NumberName).ShouldBe((UsedNumberKind.PastVid, null));
    }

    [Fact]
    public async Task Without_the_list_of_VIDs_none_is_said_to_be_gone()
    {
        _world.Use(Now.AddDays(-1), number: _world.Platform.VidOf(Meera));
        _world.Platform.Next(FakeMosip.ListVids, CommonProblems.ServiceUnavailable);
        (await _world.HistoryAsync(_session)).Uses[0].NumberKind.ShouldBe(UsedNumberKind.SomeVid);
    }

    [Fact]
    public async Task What_the_portal_did_itself_can_be_left_out()
    {
        await _world.SignInAsync(browser: "another");
        _world.Use(Now.AddDays(-1));
        var all = await _world.HistoryAsync(_session);
        all.Uses.Select(use => (use.Ways, use.IsPlatform)).ShouldBe([(UseWays.Code, true), (UseWays.CodeSent, true), (UseWays.Fingerprint, false)]);
        all.Organisations.ShouldHaveSingleItem().Name.ShouldBe("Acme Bank");
        (await _world.HistoryAsync(_session, HistorySteps.All with { HidesOwn = true })).Uses.ShouldHaveSingleItem().Organisation.ShouldBe("Acme Bank");
    }

    [Fact]
    public async Task Days_are_those_of_the_country()
    {
        _world.Use(new DateTimeOffset(2026, 11, 20, 20, 59, 0, TimeSpan.Zero), "Before midnight");
        _world.Use(new DateTimeOffset(2026, 11, 20, 21, 1, 0, TimeSpan.Zero), "After midnight");
        (await _world.HistoryAsync(_session, HistorySteps.All with { From = new DateOnly(2026, 11, 21) })).Uses.ShouldHaveSingleItem().Organisation.ShouldBe("After midnight");
        (await _world.HistoryAsync(_session, HistorySteps.All with { To = new DateOnly(2026, 11, 20) })).Uses.ShouldHaveSingleItem().Organisation.ShouldBe("Before midnight");
        (await _world.HistoryAsync(_session, HistorySteps.All with { Days = 4 })).Uses.ShouldHaveSingleItem().Organisation.ShouldBe("After midnight");
        (await _world.HistoryAsync(_session, HistorySteps.All with { Days = 5 })).Found.ShouldBe(2);
    }

    [Fact]
    public async Task Ways_outcomes_and_organisations_are_filtered_alone_and_together()
    {
        _world.Use(Now.AddDays(-3), "Acme Bank", "FACE-AUTH", accepted: false);
        _world.Use(Now.AddDays(-2), "Acme Bank");
        _world.Use(Now.AddDays(-1), "Harbour Clinic", accepted: false);
        var acme = (await _world.HistoryAsync(_session)).Organisations.Single(one => one.Name is "Acme Bank").Key;
        (await _world.HistoryAsync(_session, HistorySteps.All with { Way = UseWays.Fingerprint })).Found.ShouldBe(2);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Outcome = UseOutcome.Refused })).Found.ShouldBe(2);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Outcome = UseOutcome.Accepted })).Found.ShouldBe(1);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Organisation = acme })).Found.ShouldBe(2);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Organisation = acme, Outcome = UseOutcome.Refused })).Uses.ShouldHaveSingleItem().Ways.ShouldBe(UseWays.Face);
    }

    [Fact]
    public async Task Stopped_by_a_lock_is_what_was_refused_while_the_way_was_locked()
    {
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        _world.Use(Now, "While locked");
        _world.Use(Now, "Another way", "FACE-AUTH", accepted: false);
        await _world.ChangeLocksAsync(_session, Unlock(AuthType.Fingerprint, TimeSpan.FromMinutes(10)));
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        _world.Use(Now, "While open", accepted: false);
        _world.Clock.Advance(TimeSpan.FromMinutes(10));

        // As of a platform that tells no reason.
        _world.Platform.State.Authentications.Add(new("1", Now, "FINGERPRINT-AUTH", Succeeded: false, "Finger Authentication Failed", Meera, Meera, "UIN", "Locked again"));
        var stopped = await _world.HistoryAsync(_session, HistorySteps.All with { Outcome = UseOutcome.Stopped });
        stopped.Uses.Select(use => use.Organisation).ShouldBe(["Locked again", "While locked"]);
        stopped.Uses.ShouldAllBe(use => use.IsStopped && !use.IsAccepted);
    }

    [Fact]
    public async Task R_36_A_way_that_was_never_locked_here_stops_nothing()
    {
        _world.Use(Now.AddDays(-1), accepted: false);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Outcome = UseOutcome.Stopped })).Found.ShouldBe(0);
    }

    [Fact]
    public async Task S_25_Another_persons_uses_are_never_told()
    {
        _world.Use(Now.AddDays(-1), uin: Priya);
        (await _world.HistoryAsync(_session)).Found.ShouldBe(0);
        (await _world.Get<ShowAuthHistory>().ExecuteAsync(Guid.NewGuid(), HistorySteps.All)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<CollectAuthHistory>().ExecuteAsync(Guid.NewGuid(), HistorySteps.All)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    [Fact]
    public async Task The_key_of_an_organisation_is_another_for_everybody_and_says_nothing()
    {
        _world.Use(Now.AddDays(-1));
        _world.Use(Now.AddDays(-1), uin: Priya);
        var mine = (await _world.HistoryAsync(_session)).Organisations.Single().Key;
        var other = await _world.SignInAsync(Priya, "elsewhere", Stranger);
        (await _world.HistoryAsync(other.SessionId)).Organisations.Single().Key.ShouldNotBe(mine);
        mine.ShouldMatch("^[A-Za-z0-9_-]{22}$");
    }

    [Fact]
    public async Task Looking_is_told_once_per_sign_in_and_written_down_each_time()
    {
        await _world.HistoryAsync(_session);
        await _world.HistoryAsync(_session);
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.HistoryShown)).ShouldBe(1);
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.HistoryShown && row.Result == AuditResult.Success)).ShouldBe(2);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("The history of your identity was opened on this portal", StringComparison.Ordinal));

        var again = await _world.SignInAsync(browser: "again");
        await _world.HistoryAsync(again.SessionId);
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.HistoryShown)).ShouldBe(2);
    }

    [Fact]
    public async Task A_platform_that_is_down_is_a_problem_that_is_told_and_written_down()
    {
        _world.Platform.Next(FakeMosip.ListUses, CommonProblems.ServiceUnavailable, times: 2);
        (await _world.Get<ShowAuthHistory>().ExecuteAsync(_session, HistorySteps.All)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await _world.Get<ShowAuthHistory>().ExecuteAsync(_session, HistorySteps.All)).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        await using var db = _world.OpenDatabase();
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.HistoryNotShown)).ShouldBe(1);
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.HistoryShown && row.Result == AuditResult.Failure)).ShouldBe(2);
    }
}
