using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ResidentPortal.Commands;
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

/// <summary>How a report reaches the staff, and its answer the resident.</summary>
public sealed class StaffTests : IAsyncLifetime
{
    private const string Desk = "desk@example.gov";

    private readonly CoreWorld _world = new(("Grievances:DeskEmail", Desk));
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
    public async Task The_desk_gets_each_report_once_as_text_and_without_a_number_of_the_person()
    {
        var ticket = await ReportAsync("<script>alert(1)</script>\n& $name");
        (await _world.Get<HandGrievancesOver>().ExecuteAsync(Cancellation)).Value.ShouldBe(1);
        (await _world.Get<HandGrievancesOver>().ExecuteAsync(Cancellation)).Value.ShouldBe(0);
        var sent = _world.Platform.State.Outbox.To(Desk).ShouldHaveSingleItem();
        sent.Subject.ShouldBe($"A problem with a request: {ticket}");
        sent.Text.ShouldContain("&lt;script&gt;alert(1)&lt;/script&gt;<br>&amp; $name");
        sent.Text.ShouldContain(string.Join(' ', _about.Chunk(4).Select(part => new string(part))));
        foreach (var secret in new[] { Meera, Residents.MeerasPhone, Residents.MeerasEmail, "Meera" })
        {
            $"{sent.Subject} {sent.Text}".ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_notifier_that_is_down_is_asked_again_until_it_takes_the_report()
    {
        await ReportAsync();
        _world.Platform.Next(FakeMosip.SendEmail, CommonProblems.ServiceUnavailable, times: 8);
        for (var hour = 0; hour < 48; hour++)
        {
            await _world.Get<HandGrievancesOver>().ExecuteAsync(Cancellation);
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        _world.Platform.State.Outbox.To(Desk).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Without_a_desk_nothing_is_sent_and_the_report_is_listed()
    {
        await using var world = new CoreWorld();
        var session = (await world.SignInAsync()).SessionId;
        await world.ReportAsync(session, (await world.AddActsAsync(session, 1))[0]);
        (await world.Get<HandGrievancesOver>().ExecuteAsync(Cancellation)).Value.ShouldBe(0);
        (await world.Get<ListOpenGrievances>().ExecuteAsync(Cancellation)).Value.ShouldHaveSingleItem().Message.ShouldBe(Trouble);
    }

    [Fact]
    public async Task The_staff_lists_takes_and_answers_at_the_command_line_and_the_resident_is_told()
    {
        var ticket = await ReportAsync("الصورة خاطئة");
        var line = JsonDocument.Parse((await ListAsync()).ShouldHaveSingleItem()).RootElement;
        (line.GetProperty("ticket").GetGuid(), line.GetProperty("message").GetString(), line.GetProperty("state").GetString(), line.GetProperty("about").GetString())
            .ShouldBe((ticket, "الصورة خاطئة", "reported", _about));
        line.EnumerateObject().Select(member => member.Value.ToString()).ShouldAllBe(text => !text.Contains(Meera, StringComparison.Ordinal));

        (await GrievanceCommands.TakeAsync(Services, NullLogger.Instance, [ticket.ToString()])).ShouldBe(0);
        (await StateAsync()).ShouldBe(GrievanceState.InHand);
        using (var text = new StringReader("We have printed it anew.\r\nIt comes tomorrow.\n"))
        {
            (await GrievanceCommands.AnswerAsync(Services, NullLogger.Instance, [ticket.ToString(), "-"], text)).ShouldBe(0);
        }

        (await ListAsync()).ShouldBeEmpty();
        var shown = (await _world.Get<ListProblems>().ExecuteAsync(_session, _about, Cancellation)).Value.Single();
        (shown.State, shown.Answer, shown.AnsweredAt).ShouldBe((GrievanceState.Answered, "We have printed it anew.\nIt comes tomorrow.", _world.Clock.GetUtcNow()));
        var told = (await _world.MessagesAsync(_session)).Notices.Single(notice => notice.Kind is NoticeKind.ProblemAnswered);
        (told.EventId, told.Text).ShouldBe((shown.EventId, $"The ID office answered the problem that you reported. Sign in to read it. Request {shown.EventId}."));
        await using var db = _world.OpenDatabase();
        (await db.AuditRows.CountAsync(row => row.Event == AuditEvent.ProblemAnswered, Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task A_second_answer_and_a_wrong_word_change_nothing()
    {
        var ticket = await ReportAsync();
        (await AnswerAsync(ticket.ToString(), "First.")).ShouldBe(0);
        (await AnswerAsync(ticket.ToString(), "Second.")).ShouldBe(2);
        (await GrievanceCommands.TakeAsync(Services, NullLogger.Instance, [ticket.ToString()])).ShouldBe(2);
        (await AnswerAsync(Guid.NewGuid().ToString(), "Nobody's.")).ShouldBe(2);
        (await AnswerAsync("7", "Nobody's.")).ShouldBe(1);
        (await GrievanceCommands.TakeAsync(Services, NullLogger.Instance, [])).ShouldBe(1);
        (await GrievanceCommands.AnswerAsync(Services, NullLogger.Instance, [ticket.ToString(), "/no/such/file"], input: null)).ShouldBe(1);
        (await _world.Get<ListProblems>().ExecuteAsync(_session, _about, Cancellation)).Value.Single().Answer.ShouldBe("First.");
        var other = await ReportAsync();
        (await AnswerAsync(other.ToString(), " \n")).ShouldBe(2);
        (await AnswerAsync(other.ToString(), new string('x', 1501))).ShouldBe(2);
    }

    private IServiceProvider Services => new ServiceCollection()
        .AddSingleton(_world.Get<ListOpenGrievances>()).AddSingleton(_world.Get<TakeGrievance>()).AddSingleton(_world.Get<AnswerGrievance>()).BuildServiceProvider();

    private async Task<Guid> ReportAsync(string message = Trouble) => (await _world.ProblemAsync(_session, (await _world.ReportAsync(_session, _about, message)).Value)).TicketId;

    private async Task<GrievanceState> StateAsync() => (await _world.Get<ListProblems>().ExecuteAsync(_session, _about, Cancellation)).Value.Single().State;

    private async Task<string[]> ListAsync()
    {
        await using var output = new StringWriter();
        (await GrievanceCommands.ListAsync(Services, output)).ShouldBe(0);
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<int> AnswerAsync(string ticket, string answer)
    {
        using var text = new StringReader(answer);
        return await GrievanceCommands.AnswerAsync(Services, NullLogger.Instance, [ticket, "-"], text);
    }
}
