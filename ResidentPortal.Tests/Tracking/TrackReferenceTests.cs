using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Tests.Privacy;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Tracking;

/// <summary>Requests made at the portal, tracked by their event id by anybody.</summary>
public sealed class TrackReferenceTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_reference_tells_the_kind_the_state_and_since_when()
    {
        var eventId = await LockAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(3));
        var act = (await _world.TrackAsync(eventId.Grouped)).Value.Act.ShouldNotBeNull();
        act.ShouldBe(new TrackedAct(eventId, ActKind.ChangeAuthLocks, ActState.Confirmed, _world.Clock.GetUtcNow().AddMinutes(-3), _world.Clock.GetUtcNow().AddMinutes(-3), NextLookAt: null, Stages: null));
    }

    [Fact]
    public async Task S_40_The_open_answer_has_nothing_of_the_person_the_wish_or_the_result()
    {
        (await _world.GenerateVidAsync(_session, "Temporary")).IsSuccess.ShouldBeTrue();
        var vid = (await _world.VidsAsync(_session)).Vids[0];
        var revoked = (await _world.RevokeVidAsync(_session, vid.Key)).Value;
        var locked = await LockAsync();
        var order = (await _world.OrderCardAsync(_session)).Value;
        List<string> secrets = [.. Markers.Of(_world.Platform.State.Population.Find(Meera)!), "Fingerprint", "Temporary", "IsMasked", vid.Masked, vid.Key];
        foreach (var eventId in new[] { revoked, locked, order })
        {
            Markers.FoundIn(JsonSerializer.Serialize((await _world.TrackAsync(eventId.Value)).Value), secrets).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_printed_card_tells_its_stage_of_six_as_it_was_last_seen_without_asking_the_platform()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        _world.Platform.Calls.Clear();
        var stages = (await _world.TrackAsync(eventId.Value)).Value.Act!.Stages.ShouldNotBeNull();
        stages.All.Select(stage => stage.Name).ShouldBe(["Recorded", "WithPrinter", "Printing", "Printed", "InTransit", "Delivered"]);
        stages.Place.ShouldBe(1);
        stages.Current.At.ShouldBe(_world.Clock.GetUtcNow());
        _world.Platform.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_RID_of_an_act_shows_the_same_as_its_event_id()
    {
        var eventId = await LockAsync();
        var rid = _world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER"), (1, "PROCESSING", "CMD_VALIDATION"));
        await _world.SentAsAsync(eventId, rid);
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        var byEventId = (await _world.TrackAsync(eventId.Value)).Value;
        var byRid = (await _world.TrackAsync(rid)).Value;
        byRid.Act.ShouldBe(byEventId.Act);
        byRid.Act!.EventId.ShouldBe(eventId);
        (byRid.Registration!.Stage, byEventId.Registration!.Stage).ShouldBe((RegistrationStage.Validation, RegistrationStage.Validation));
    }

    [Theory]
    [InlineData("common.serviceUnavailable")]
    [InlineData("tracking.unknownRid")]
    public async Task R_01_R_07_An_act_is_shown_also_where_its_registration_cannot_be_read(string problem)
    {
        var eventId = await LockAsync();
        await _world.SentAsAsync(eventId, _world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER")));
        _world.Platform.Next(FakeMosip.FindStatus, problem is "tracking.unknownRid" ? TrackingProblems.UnknownRid : CommonProblems.ServiceUnavailable);
        var answer = (await _world.TrackAsync(eventId.Value)).Value;
        answer.Act!.State.ShouldBe(ActState.Confirmed);
        answer.Registration.ShouldBeNull();
    }

    [Fact]
    public async Task S_16_A_reference_that_nobody_has_is_told_as_such_and_counts_for_the_network()
    {
        await using var world = new CoreWorld(("Tracking:NetworkLookUpsPerTenMinutes", "2"));
        (await world.TrackAsync("7777888899990001")).Problem.ShouldBe(TrackingProblems.UnknownReference);
        (await world.TrackAsync(world.Platform.State.Registrations.All[0].Rid)).IsSuccess.ShouldBeTrue();
        (await world.TrackAsync("7777888899990001")).Problem!.Key.ShouldBe("tracking.tooMany");
    }

    [Fact]
    public async Task S_36_A_look_changes_nothing_of_the_act()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        var before = await RowAsync(eventId);
        await _world.TrackAsync(eventId.Value);
        (await RowAsync(eventId)).ShouldBe(before);
    }

    [Theory]
    [InlineData(19, null)]
    [InlineData(20, 11)]
    public async Task The_usual_time_is_the_middle_one_of_those_done_where_there_are_twenty(int done, int? minutes)
    {
        var eventId = await LockAsync();
        await AddDoneAsync(eventId, [.. Enumerable.Range(1, done - 1)]);
        (await _world.TrackAsync(eventId.Value)).Value.UsualTime.ShouldBe(minutes is { } middle ? TimeSpan.FromMinutes(middle - 1) : null);
    }

    [Fact]
    public async Task What_was_done_more_than_ninety_days_ago_is_not_measured()
    {
        await AddDoneAsync(await LockAsync(), [.. Enumerable.Range(1, 30)]);
        _world.Clock.Advance(TimeSpan.FromDays(91));
        _session = (await _world.SignInAsync(browser: "later")).SessionId;
        (await _world.TrackAsync((await LockAsync(AuthType.Iris)).Value)).Value.UsualTime.ShouldBeNull();
    }

    private async Task<EventId> LockAsync(AuthType type = AuthType.Fingerprint) => (await _world.ChangeLocksAsync(_session, Lock(type))).Value;

    private async Task<string> RowAsync(EventId eventId)
    {
        await using var db = _world.OpenDatabase();
        return JsonSerializer.Serialize(await db.ServiceRequests.AsNoTracking().SingleAsync(row => row.EventId == eventId.Value, Cancellation));
    }

    // Acts like this one that took so many minutes.
    private async Task AddDoneAsync(EventId like, int[] minutes)
    {
        await using var db = _world.OpenDatabase();
        var row = await db.ServiceRequests.AsNoTracking().SingleAsync(one => one.EventId == like.Value, Cancellation);
        var now = _world.Clock.GetUtcNow();
        db.ServiceRequests.AddRange(minutes.Select(minute => new ServiceRequestRow
        {
            EventId = EventId.New().Value,
            IntentId = Guid.NewGuid(),
            PersonKey = row.PersonKey,
            Kind = row.Kind,
            State = ActState.Confirmed,
            Wish = row.Wish,
            SealedUin = row.SealedUin,
            Language = row.Language,
            CreatedAt = now.AddMinutes(-minute),
            AskedAt = now.AddMinutes(-minute),
            SettledAt = now,
        }));
        await db.SaveChangesAsync(Cancellation);
    }
}
