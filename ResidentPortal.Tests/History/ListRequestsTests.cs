using System.Data;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.History;

/// <summary>The list of a resident's requests: theirs alone, counted and sorted by the database.</summary>
public sealed class ListRequestsTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Twenty_stand_on_a_page_the_newest_first_and_beyond_the_last_page_is_the_last()
    {
        var ids = await _world.AddActsAsync(_session, 45);
        var first = await _world.RequestsAsync(_session);
        (first.Total, first.Page, first.Pages).ShouldBe((45, 1, 3));
        first.Requests.Select(request => request.EventId.Value).ShouldBe(ids.Reverse().Take(20));
        var last = await _world.RequestsAsync(_session, page: 99);
        (last.Page, last.Requests.Count).ShouldBe((3, 5));
        last.Requests[^1].EventId.Value.ShouldBe(ids[0]);
        (await _world.RequestsAsync(_session, page: -1)).Page.ShouldBe(1);
    }

    [Fact]
    public async Task What_waits_for_a_code_is_no_request_yet()
    {
        await _world.AddActsAsync(_session, 2, state: ActState.Draft);
        (await _world.RequestsAsync(_session)).Total.ShouldBe(0);
    }

    [Fact]
    public async Task Groups_progress_and_days_sort_out_together()
    {
        await _world.AddActsAsync(_session, 3, ActKind.MakeCard);
        var refused = await _world.AddActsAsync(_session, 1, ActKind.OrderCard, ActState.Refused);
        await _world.AddActsAsync(_session, 1, ActKind.RevokeVid, ActState.Unknown);
        var card = new RequestFilter { Kinds = ActGroups.KindsOf(ActGroup.Card) };
        (await _world.RequestsAsync(_session, card)).Total.ShouldBe(4);
        (await _world.RequestsAsync(_session, card with { States = ActGroups.StatesOf(ActProgress.NotDone) })).Requests.ShouldHaveSingleItem().EventId.Value.ShouldBe(refused[0]);
        (await _world.RequestsAsync(_session, new RequestFilter { States = ActGroups.StatesOf(ActProgress.GoingOn) })).Requests.ShouldHaveSingleItem().Kind.ShouldBe(ActKind.RevokeVid);
        var now = _world.Clock.GetUtcNow();
        (await _world.RequestsAsync(_session, card with { Before = now.AddMinutes(-1) })).Total.ShouldBe(1);
        (await _world.RequestsAsync(_session, card with { From = now })).Total.ShouldBe(2);
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0:grouped}")]
    [InlineData("{0:arabic}")]
    public async Task A_request_is_found_by_its_number_in_the_digits_of_any_script(string form)
    {
        var id = (await _world.AddActsAsync(_session, 3))[1];
        var typed = form.Contains("grouped", StringComparison.Ordinal) ? string.Join(' ', id.Chunk(4).Select(part => new string(part)))
            : form.Contains("arabic", StringComparison.Ordinal) ? string.Concat(id.Select(digit => (char)('٠' + digit - '0')))
            : id;
        (await _world.RequestsAsync(_session, new RequestFilter { EventId = typed })).Requests.ShouldHaveSingleItem().EventId.Value.ShouldBe(id);
    }

    [Fact]
    public async Task What_is_no_number_of_a_request_is_said_so() =>
        (await _world.Get<ListRequests>().ExecuteAsync(_session, new RequestFilter { EventId = "12 34" }, new RequestPart(1), TestContext.Current.CancellationToken)).Problem.ShouldBe(HistoryProblems.NoEventId);

    [Fact]
    public async Task S_25_The_requests_of_another_resident_are_neither_listed_nor_found_nor_pinned()
    {
        var id = (await _world.AddActsAsync(_session, 1))[0];
        var other = (await _world.SignInAsync(Residents.Priya, "another-browser", Stranger)).SessionId;
        (await _world.RequestsAsync(other)).Total.ShouldBe(0);
        (await _world.RequestsAsync(other, new RequestFilter { EventId = id })).Total.ShouldBe(0);
        (await _world.PinAsync(other, id)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.RequestsAsync(_session)).Requests.ShouldHaveSingleItem().IsPinned.ShouldBeFalse();
        (await _world.Get<ListRequests>().ExecuteAsync(Guid.NewGuid(), new RequestFilter(), new RequestPart(1), TestContext.Current.CancellationToken)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.PinAsync(Guid.NewGuid(), id)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    [Fact]
    public async Task R_38_The_database_finds_the_rows_of_a_person_by_its_index()
    {
        await using var db = _world.OpenDatabase();
        var filter = new RequestFilter { Kinds = ActGroups.KindsOf(ActGroup.Card), States = ActGroups.StatesOf(ActProgress.Done), From = _world.Clock.GetUtcNow() };
        var ofProgram = filter with { Text = "1234", AlsoKinds = [ActKind.OrderCard], Statuses = [EventStatus.Success, EventStatus.Canceled] };
        foreach (var rows in new[] { new RequestFilter().Of(db, "somebody", eventId: null), filter.Of(db, "somebody", eventId: null), ofProgram.Of(db, "somebody", eventId: null) })
        {
            await using var command = RequestFilter.InOrder(rows).Take(20).CreateDbCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
            if (command.Connection!.State is not ConnectionState.Open)
            {
                await command.Connection.OpenAsync(TestContext.Current.CancellationToken);
            }

            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            List<string> plan = [];
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                plan.Add(reader.GetString(3));
            }

            plan.ShouldContain(line => line.Contains("INDEX IX_ServiceRequests_PersonKey_", StringComparison.Ordinal) && line.Contains("(PersonKey=?", StringComparison.Ordinal), string.Join("; ", plan));
            plan.ShouldNotContain(line => line.Contains("SCAN s", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_kind_is_in_one_group_and_each_group_has_kinds()
    {
        Enum.GetValues<ActGroup>().SelectMany(ActGroups.KindsOf).ShouldBe(Enum.GetValues<ActKind>(), ignoreOrder: true);
        Enum.GetValues<ActGroup>().ShouldAllBe(group => ActGroups.KindsOf(group).Count > 0);
        ActGroups.KindsOf("service_request").ShouldBe([ActKind.MakeCard, ActKind.MakeVidCard, ActKind.OrderCard, ActKind.FindLostNumber]);
        Enum.GetValues<ActProgress>().SelectMany(ActGroups.StatesOf).ShouldBe(Enum.GetValues<ActState>().Except([ActState.Draft]), ignoreOrder: true);
    }
}
