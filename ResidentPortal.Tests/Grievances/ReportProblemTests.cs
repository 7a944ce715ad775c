using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Grievances;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.RequestSteps;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Grievances;

/// <summary>Reports of problems: one ticket however often it is pressed, its text sealed, its owner alone.</summary>
public sealed class ReportProblemTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;
    private string _about = default!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        _about = (await _world.AddActsAsync(_session, 1, ActKind.MakeCard))[0];
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_report_has_a_ticket_a_line_in_the_ledger_a_message_and_an_entry_in_the_trail()
    {
        var report = (await _world.ReportAsync(_session, _about)).Value;
        var shown = await _world.ProblemAsync(_session, report);
        (shown.State, shown.Subject, shown.Message, shown.Answer).ShouldBe((GrievanceState.Reported, GrievanceSubject.Request, Trouble, null));
        (shown.AboutEventId!.Value, shown.AnswerBy).ShouldBe((_about, _world.Clock.GetUtcNow().AddDays(7)));
        (await _world.RequestsAsync(_session, new RequestFilter { Kinds = ActGroups.KindsOf(ActGroup.Other) })).Requests.ShouldHaveSingleItem().EventId.ShouldBe(report);
        ((ReportProblemOrder)(await _world.ReceiptAsync(_session, report)).Order).AboutEventId.ShouldBe(_about);
        (await _world.MessagesAsync(_session)).Notices.Single(notice => notice.Kind is NoticeKind.ProblemReported).EventId.ShouldBe(report);
        (await _world.Get<ListProblems>().ExecuteAsync(_session, _about, Cancellation)).Value.ShouldHaveSingleItem().EventId.ShouldBe(report);
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.ProblemReported && row.EventId == report.Value, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task Ten_presses_at_once_make_one_ticket()
    {
        var intent = Guid.NewGuid();
        var reports = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _world.ReportAsync(_session, _about, intent: intent))));
        reports.Select(report => report.Value).Distinct().Count().ShouldBe(1);
        await using var db = _world.OpenDatabase();
        (await db.Grievances.CountAsync(Cancellation), await db.Notices.CountAsync(row => row.Kind == NoticeKind.ProblemReported, Cancellation)).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Five_are_taken_in_a_day_and_the_next_one_the_day_after()
    {
        for (var i = 0; i < 5; i++)
        {
            (await _world.ReportAsync(_session, _about)).IsSuccess.ShouldBeTrue();
        }

        var refused = (await _world.ReportAsync(_session, _about)).Problem!;
        (refused.Key, refused.Facts["most"]).ShouldBe((GrievanceProblems.TooMany.Key, 5));
        _world.Clock.Advance(TimeSpan.FromHours(25));
        var again = (await _world.SignInAsync()).SessionId;
        (await _world.ReportAsync(again, _about)).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData("", "grievance.noMessage")]
    [InlineData("  \r\n ", "grievance.noMessage")]
    [InlineData("a\0b", "grievance.unreadableMessage")]
    [InlineData("a\u001bb", "grievance.unreadableMessage")]
    public async Task What_cannot_be_read_is_not_taken(string message, string problem)
    {
        (await _world.ReportAsync(_session, _about, message)).Problem!.Key.ShouldBe(problem);
        (await _world.ReportAsync(_session, _about, new string('x', 1025))).Problem!.Key.ShouldBe("grievance.longMessage");
        (await _world.ReportAsync(_session, _about, contact: new string('1', 401))).Problem.ShouldBe(GrievanceProblems.NoContact);
        (await _world.RequestsAsync(_session)).Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("البطاقة تحمل صورة شخص آخر")]
    [InlineData("Two\nlines, <b>$name</b> {eventId}")]
    [InlineData("👪 ཀ ౷")]
    public async Task Every_script_is_taken_as_it_is(string message) =>
        (await _world.ProblemAsync(_session, (await _world.ReportAsync(_session, _about, message)).Value)).Message.ShouldBe(message);

    [Fact]
    public async Task S_25_Another_resident_can_neither_report_about_it_nor_read_the_report()
    {
        var intent = Guid.NewGuid();
        var report = (await _world.ReportAsync(_session, _about, intent: intent)).Value;
        var other = (await _world.SignInAsync(Residents.Priya, "another-browser", Stranger)).SessionId;
        (await _world.ReportAsync(other, _about)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ShowProblem>().ExecuteAsync(other, report.Value, Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ListProblems>().ExecuteAsync(other, _about, Cancellation)).Value.ShouldBeEmpty();
        var own = (await _world.AddActsAsync(other, 1))[0];
        (await _world.ReportAsync(other, own, intent: intent)).Problem.ShouldBe(CommonProblems.NotFound);
        foreach (var problem in new[]
        {
            (await _world.ReportAsync(Guid.NewGuid(), _about)).Problem,
            (await _world.Get<ShowProblem>().ExecuteAsync(Guid.NewGuid(), report.Value, Cancellation)).Problem,
            (await _world.Get<ListProblems>().ExecuteAsync(Guid.NewGuid(), _about, Cancellation)).Problem,
        })
        {
            problem.ShouldBe(CommonProblems.SignInNeeded);
        }
    }

    [Fact]
    public async Task S_50_What_was_written_and_answered_stands_nowhere_in_clear()
    {
        var report = (await _world.ReportAsync(_session, _about, contact: "friend@example.org")).Value;
        var ticket = (await _world.ProblemAsync(_session, report)).TicketId;
        (await _world.Get<AnswerGrievance>().ExecuteAsync(ticket, "We have printed it anew.", Cancellation)).IsSuccess.ShouldBeTrue();
        var file = await _world.ReadDatabaseFileAsync();
        foreach (var words in new[] { "another person", "friend@example.org", "printed it anew" })
        {
            file.Contains(words, StringComparison.Ordinal).ShouldBeFalse(words);
        }

        new ProblemWish(Guid.NewGuid(), _about, Trouble, "friend@example.org").ToString().ShouldBe($"problem with {_about}");
        (await _world.ProblemAsync(_session, report)).ToString().ShouldBe($"ticket {ticket}");
    }
}
