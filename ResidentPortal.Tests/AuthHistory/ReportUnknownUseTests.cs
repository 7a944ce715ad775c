using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.AuthHistory;

public sealed class ReportUnknownUseTests : IAsyncLifetime
{
    private const string Priya = "6153013908";
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        _world.ForgetUses();
        _world.Use(_world.Clock.GetUtcNow().AddDays(-1), "Quick Loans", accepted: false);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_use_is_shown_again_by_its_key()
    {
        var shown = (await _world.Get<ShowUse>().ExecuteAsync(_session, await KeyAsync())).Value;
        (shown.Use.Organisation, shown.Use.Ways, shown.Use.IsAccepted, shown.CanLockWay).ShouldBe(("Quick Loans", UseWays.Fingerprint, false, true));
        (await _world.Get<ShowUse>().ExecuteAsync(_session, "nothing")).Problem.ShouldBe(AuthHistoryProblems.UnknownUse);
        (await _world.Get<ShowUse>().ExecuteAsync(_session, null)).Problem.ShouldBe(AuthHistoryProblems.UnknownUse);
    }

    [Fact]
    public async Task S_25_Another_persons_use_and_ticket_are_not_there()
    {
        var key = await KeyAsync();
        var ticket = (await ReportAsync(key)).Value;
        var other = (await _world.SignInAsync(Priya, "elsewhere", Stranger)).SessionId;
        (await _world.Get<ShowUse>().ExecuteAsync(other, key)).Problem.ShouldBe(AuthHistoryProblems.UnknownUse);
        (await _world.Get<ReportUnknownUse>().ExecuteAsync(other, new UnknownUseReport(Guid.NewGuid(), key, UnknownUseLocks.None))).Problem.ShouldBe(AuthHistoryProblems.UnknownUse);
        (await _world.Get<ShowUseTicket>().ExecuteAsync(other, ticket.EventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ReportUnknownUse>().ExecuteAsync(Guid.NewGuid(), new UnknownUseReport(Guid.NewGuid(), key, UnknownUseLocks.None))).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowUse>().ExecuteAsync(Guid.NewGuid(), key)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowUseTicket>().ExecuteAsync(Guid.NewGuid(), ticket.EventId.Value)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    [Fact]
    public async Task A_report_is_a_ticket_with_its_line_in_the_ledger_a_message_and_an_audit()
    {
        var ticket = (await ReportAsync(await KeyAsync(), note: "I was asleep.")).Value;
        (ticket.LockEventId, ticket.LockProblem).ShouldBe((null, null));
        await using var db = _world.OpenDatabase();
        var row = await db.Grievances.SingleAsync();
        (row.Subject, row.State, row.EventId).ShouldBe((GrievanceSubject.UnknownUse, GrievanceState.Reported, ticket.EventId.Value));
        _world.Get<Vault>().Open(GrievanceDesk.TextPurpose, row.SealedMessage).ShouldBe("I was asleep.");
        var about = _world.Get<Vault>().Open(GrievanceDesk.TextPurpose, row.SealedAbout)!;
        about.ShouldContain("Quick Loans");
        about.ShouldContain("Fingerprint");
        about.ShouldNotContain(Meera);
        (await db.ServiceRequests.SingleAsync()).Kind.ShouldBe(ActKind.ReportProblem);
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.ProblemReported)).ShouldBe(1);
        (await db.AuditRows.CountAsync(audit => audit.Event == AuditEvent.ProblemReported)).ShouldBe(1);
        (await _world.ReadDatabaseFileAsync()).ShouldNotContain("I was asleep.");
    }

    [Fact]
    public async Task The_receipt_says_by_when_the_answer_comes()
    {
        var ticket = (await ReportAsync(await KeyAsync())).Value;
        var receipt = (await _world.Get<ShowUseTicket>().ExecuteAsync(_session, ticket.EventId.Value)).Value;
        (receipt.EventId, receipt.AnswerBy).ShouldBe((ticket.EventId, _world.Clock.GetUtcNow().AddDays(7)));
        (await _world.Get<ShowUseTicket>().ExecuteAsync(_session, "1234")).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task Ten_presses_make_one_ticket_and_one_lock()
    {
        var report = new UnknownUseReport(Guid.NewGuid(), await KeyAsync(), UnknownUseLocks.Way);
        var tickets = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _world.Get<ReportUnknownUse>().ExecuteAsync(_session, report))));
        tickets.Select(ticket => ticket.Value.EventId).Distinct().ShouldHaveSingleItem();
        tickets.Select(ticket => ticket.Value.LockEventId).Distinct().ShouldHaveSingleItem();
        await using var db = _world.OpenDatabase();
        (await db.Grievances.CountAsync()).ShouldBe(1);
        _world.Platform.CountOf(FakeMosip.ChangeLocks).ShouldBe(1);
    }

    [Fact]
    public async Task The_way_that_was_used_can_be_locked_at_once()
    {
        (await ReportAsync(await KeyAsync(), UnknownUseLocks.Way)).Value.LockEventId.ShouldNotBeNull();
        (await LockedAsync()).ShouldBe([AuthType.Fingerprint]);
    }

    [Fact]
    public async Task All_ways_are_all_but_the_codes_that_open_this_portal()
    {
        await ReportAsync(await KeyAsync(), UnknownUseLocks.All);
        (await LockedAsync()).ShouldBe([AuthType.Demographics, AuthType.Fingerprint, AuthType.Iris, AuthType.Face]);
    }

    [Fact]
    public async Task Locking_needs_a_fresh_code_and_the_ticket_does_not_wait_for_it()
    {
        var key = await KeyAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        var ticket = (await ReportAsync(key, UnknownUseLocks.Way)).Value;
        ticket.LockProblem!.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        (await LockedAsync()).ShouldBeEmpty();
        (await _world.Get<ShowUseTicket>().ExecuteAsync(_session, ticket.EventId.Value)).IsSuccess.ShouldBeTrue();
        var wish = (string)ticket.LockProblem.Facts["eventId"];
        await _world.ProveAgainAsync(_session);
        (await _world.Get<ContinueAct>().ExecuteAsync(_session, wish)).IsSuccess.ShouldBeTrue();
        (await LockedAsync()).ShouldBe([AuthType.Fingerprint]);
    }

    [Fact]
    public async Task Codes_are_locked_only_by_one_who_knows_what_that_means()
    {
        _world.ForgetUses();
        _world.Use(_world.Clock.GetUtcNow().AddDays(-1), "Quick Loans", "OTP-AUTH");
        var report = new UnknownUseReport(Guid.NewGuid(), await KeyAsync(), UnknownUseLocks.Way);
        (await _world.Get<ReportUnknownUse>().ExecuteAsync(_session, report)).Value.LockProblem.ShouldBe(AuthLockProblems.LastWay);
        var again = (await _world.Get<ReportUnknownUse>().ExecuteAsync(_session, report with { AcceptsLastWay = true })).Value;
        again.LockEventId.ShouldNotBeNull();
        (await LockedAsync()).ShouldBe([AuthType.PhoneCode, AuthType.EmailCode]);
        await using var db = _world.OpenDatabase();
        (await db.Grievances.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_way_that_cannot_be_locked_is_said_before_anything_is_reported()
    {
        _world.ForgetUses();
        _world.Use(_world.Clock.GetUtcNow().AddDays(-1), "Digital Wallet", "VCI-EXCHANGE-REQUEST");
        (await ReportAsync(await KeyAsync(), UnknownUseLocks.Way)).Problem.ShouldBe(AuthHistoryProblems.NothingToLock);
        await using var db = _world.OpenDatabase();
        (await db.Grievances.CountAsync()).ShouldBe(0);
    }

    private async Task<string> KeyAsync() => (await _world.HistoryAsync(_session, HistorySteps.All with { HidesOwn = true })).Uses[0].Key;

    private Task<Outcome<UnknownUseTicket>> ReportAsync(string key, UnknownUseLocks locks = UnknownUseLocks.None, string? note = null) =>
        _world.Get<ReportUnknownUse>().ExecuteAsync(_session, new UnknownUseReport(Guid.NewGuid(), key, locks) { Note = note });

    private async Task<IEnumerable<AuthType>> LockedAsync() => (await _world.Get<ShowAuthLocks>().ExecuteAsync(_session)).Value.Where(entry => entry.IsLocked).Select(entry => entry.Type);
}
