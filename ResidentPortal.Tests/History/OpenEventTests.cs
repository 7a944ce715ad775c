using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.History;

/// <summary>Requests as programs ask for them: events of others told apart, read or not, the bell.</summary>
public sealed class OpenEventTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_event_is_shown_and_its_messages_are_read_from_then_on_where_that_is_wished()
    {
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Value;
        (await ListAsync()).Requests.ShouldHaveSingleItem().IsRead.ShouldBeFalse();
        (await OpenAsync(_session, eventId.Value, marksRead: false)).Value.State.ShouldBe(ActState.Confirmed);
        (await ListAsync()).Requests[0].IsRead.ShouldBeFalse();
        (await OpenAsync(_session, eventId.Value)).Value.EventId.ShouldBe(eventId);
        var listed = (await ListAsync()).Requests[0];
        (listed.IsRead, listed.SettledAt).ShouldBe((true, _world.Clock.GetUtcNow()));
        (await _world.MessagesAsync(_session)).Notices.Single(notice => notice.EventId == eventId).IsRead.ShouldBeTrue();
    }

    [Fact]
    public async Task S_25_Somebody_elses_event_is_told_apart_from_one_that_does_not_exist_and_stays_unread()
    {
        var eventId = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint))).Value;
        var other = (await _world.SignInAsync(Residents.Priya, "other", Stranger)).SessionId;
        (await OpenAsync(other, eventId.Value)).Problem.ShouldBe(HistoryProblems.Others);
        (await OpenAsync(other, "1234567890123456")).Problem.ShouldBe(CommonProblems.NotFound);
        (await OpenAsync(other, "garbage")).Problem.ShouldBe(CommonProblems.NotFound);
        (await OpenAsync(Guid.NewGuid(), eventId.Value)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowAct>().ExecuteAsync(other, eventId.Value, Cancellation)).Problem.ShouldBe(CommonProblems.NotFound);
        (await ListAsync()).Requests[0].IsRead.ShouldBeFalse();
    }

    [Fact]
    public async Task What_waits_for_a_code_is_no_event_yet()
    {
        var draft = (await _world.AddActsAsync(_session, 1, state: ActState.Draft))[0];
        (await OpenAsync(_session, draft)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task The_bell_counts_requests_with_unread_messages_since_it_was_last_pressed()
    {
        (await CountAsync(_session)).ShouldBe(0);
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
        await _world.GenerateVidAsync(_session, "Temporary");
        (await CountAsync(_session)).ShouldBe(1);
        (await _world.Get<ShowBell>().ExecuteAsync(_session, Cancellation)).Value.PressedAt.ShouldBeNull();

        (await _world.Get<PressBell>().ExecuteAsync(_session, Cancellation)).Value.ShouldBe(_world.Clock.GetUtcNow());
        (await CountAsync(_session)).ShouldBe(0);
        (await ListAsync()).Requests.ShouldAllBe(request => !request.IsRead);
        _world.Clock.Advance(TimeSpan.FromSeconds(30));
        var later = (await _world.ChangeLocksAsync(_session, Lock(AuthType.Iris))).Value;
        (await CountAsync(_session)).ShouldBe(1);
        await OpenAsync(_session, later.Value);
        (await CountAsync(_session)).ShouldBe(0);

        (await _world.Get<PressBell>().ExecuteAsync(_session, Cancellation)).IsSuccess.ShouldBeTrue();
        (await _world.Get<ShowBell>().ExecuteAsync(_session, Cancellation)).Value.PressedAt.ShouldBe(_world.Clock.GetUtcNow());
        await using var db = _world.OpenDatabase();
        (await db.Bells.CountAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task S_25_The_bell_of_another_resident_is_their_own()
    {
        await _world.ChangeLocksAsync(_session, Lock(AuthType.Fingerprint));
        await _world.Get<PressBell>().ExecuteAsync(_session, Cancellation);
        var other = (await _world.SignInAsync(Residents.Priya, "other", Stranger)).SessionId;
        (await CountAsync(other)).ShouldBe(0);
        (await _world.Get<ShowBell>().ExecuteAsync(other, Cancellation)).Value.PressedAt.ShouldBeNull();
        (await _world.Get<PressBell>().ExecuteAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<ShowBell>().ExecuteAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
        (await _world.Get<CountUnreadRequests>().ExecuteAsync(Guid.NewGuid(), Cancellation)).Problem.ShouldBe(CommonProblems.SignInNeeded);
    }

    [Fact]
    public async Task For_programs_there_is_nothing_beyond_the_last_page_and_the_oldest_may_stand_first()
    {
        var ids = await _world.AddActsAsync(_session, 5);
        var beyond = await ListAsync(part: new RequestPart(3, 3) { IsForProgram = true });
        (beyond.Requests.Count, beyond.Total, beyond.Pages).ShouldBe((0, 5, 2));
        (await ListAsync(part: new RequestPart(1, 3) { IsForProgram = true, IsOldestFirst = true })).Requests.Select(one => one.EventId.Value).ShouldBe(ids.Take(3));
        await _world.PinAsync(_session, ids[4]);
        (await ListAsync(part: new RequestPart(1, 3) { IsForProgram = true, IsOldestFirst = true })).Requests.Select(one => one.EventId.Value).ShouldBe([ids[4], ids[0], ids[1]]);
    }

    [Fact]
    public async Task A_text_is_found_within_numbers_and_by_the_kinds_whose_names_have_it()
    {
        var vids = await _world.AddActsAsync(_session, 3);
        await _world.AddActsAsync(_session, 2, ActKind.OrderCard);
        (await ListAsync(new RequestFilter { Text = vids[1][4..12] })).Requests.ShouldHaveSingleItem().EventId.Value.ShouldBe(vids[1]);
        (await ListAsync(new RequestFilter { Text = "card", AlsoKinds = [ActKind.OrderCard] })).Total.ShouldBe(2);
        (await ListAsync(new RequestFilter { Text = "%" })).Total.ShouldBe(0);
    }

    [Fact]
    public void The_bell_and_all_have_the_kinds_that_Resident_Services_have()
    {
        ActGroups.KindsOf("async").Select(kind => kind.RequestType()).Distinct(StringComparer.Ordinal).ShouldBe(
            ["VID_CARD_DOWNLOAD", "ORDER_PHYSICAL_CARD", "SHARE_CRED_WITH_PARTNER", "UPDATE_MY_UIN", "AUTH_TYPE_LOCK_UNLOCK"], ignoreOrder: true);
        ActGroups.KindsOf("ALL").ShouldBe(Enum.GetValues<ActKind>().Except([ActKind.RevealVid, ActKind.EndSignIns, ActKind.ReportProblem, ActKind.PrintCard]));
    }

    private Task<Outcome<ActReceipt>> OpenAsync(Guid session, string eventId, bool marksRead = true) => _world.Get<OpenEvent>().ExecuteAsync(session, eventId, marksRead, Cancellation);

    private async Task<int> CountAsync(Guid session) => (await _world.Get<CountUnreadRequests>().ExecuteAsync(session, Cancellation)).Value;

    private async Task<RequestList> ListAsync(RequestFilter? filter = null, RequestPart? part = null) =>
        (await _world.Get<ListRequests>().ExecuteAsync(_session, filter ?? new RequestFilter(), part ?? new RequestPart(1) { IsForProgram = true }, Cancellation)).Value;
}
