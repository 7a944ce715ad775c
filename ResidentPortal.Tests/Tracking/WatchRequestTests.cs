using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Tracking;

/// <summary>Messages when a tracked request changes, to the contact on record alone.</summary>
public sealed class WatchRequestTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_new_stage_of_an_act_is_told_once_to_its_person()
    {
        var (eventId, rid) = await ActUnderWayAsync((0, "PROCESSING", "PACKET_RECEIVER"), (6, "PROCESSING", "CMD_VALIDATION"), (12, "PROCESSING", "OPERATOR_VALIDATION"));
        (await _world.WatchAsync(rid)).IsSuccess.ShouldBeTrue();
        (await LookAfterAsync(5)).ShouldBeEmpty();
        (await LookAfterAsync(5)).ShouldHaveSingleItem().ShouldStartWith($"Printed card: The centre’s work is checked now. Request {eventId}. Was this not you? Open https://resident.example.org/not-me/");
        (await LookAfterAsync(5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_registration_of_a_centre_is_told_when_the_record_has_its_person_and_the_watch_ends_with_it()
    {
        var rid = _world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER"), (4, "PROCESSING", "CMD_VALIDATION"), (9, "UIN_GENERATED", "PRINT_SERVICE"));
        (await _world.WatchAsync(rid)).IsSuccess.ShouldBeTrue();
        (await LookAfterAsync(5)).ShouldBeEmpty();
        (await LookAfterAsync(5)).ShouldHaveSingleItem().ShouldStartWith("Registration: It is finished. Was this not you?");
        (await WatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_the_record_lags_behind_the_end_it_is_told_as_soon_as_the_person_is_known()
    {
        var rid = _world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER"), (4, "UIN_GENERATED", "PRINT_SERVICE"));
        await _world.WatchAsync(rid);
        _world.Platform.Next(FakeMosip.FindByRid, Core.Profile.ProfileProblems.UnknownPerson);
        (await LookAfterAsync(5)).ShouldBeEmpty();
        (await LookAfterAsync(5)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_stage_that_a_registration_comes_back_to_is_not_told_again()
    {
        var (_, rid) = await ActUnderWayAsync((0, "PROCESSING", "CMD_VALIDATION"), (4, "AWAITING_INFORMATION", "CMD_VALIDATION"), (9, "PROCESSING", "CMD_VALIDATION"), (14, "AWAITING_INFORMATION", "CMD_VALIDATION"));
        await _world.WatchAsync(rid);
        (await LookAfterAsync(5)).ShouldHaveSingleItem().ShouldContain("The ID office waits for something from you.");
        (await LookAfterAsync(5)).ShouldHaveSingleItem();
        (await LookAfterAsync(5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_printed_card_is_watched_stage_by_stage()
    {
        var order = (await _world.OrderCardAsync((await _world.SignInAsync()).SessionId)).Value;
        await QuietAsync();
        (await _world.WatchAsync(order.Value)).IsSuccess.ShouldBeTrue();
        (await LookAfterAsync(5)).ShouldBeEmpty();
        await _world.Get<OrderActs>().LookAsync(order.Value);
        (await LookAfterAsync(5)).ShouldHaveSingleItem().ShouldStartWith($"Printed card: The printer has the order. Request {order}. Was this not you?");
        (await LookAfterAsync(5)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ten_presses_make_one_watch()
    {
        var rid = _world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER"));
        for (var i = 0; i < 10; i++)
        {
            (await _world.WatchAsync(rid)).IsSuccess.ShouldBeTrue();
        }

        (await WatchesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S_01_The_answer_is_the_same_where_there_is_nothing_more_to_come()
    {
        var over = _world.AddRegistration(Meera, (0, "REJECTED", "MANUAL_ADJUDICATION"));
        (await _world.WatchAsync(over)).IsSuccess.ShouldBeTrue();
        var locked = (await _world.ChangeLocksAsync((await _world.SignInAsync()).SessionId, Lock(AuthType.Face))).Value;
        (await _world.WatchAsync(locked.Value)).IsSuccess.ShouldBeTrue();
        (await WatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_nobody_knows_is_not_watched()
    {
        (await _world.WatchAsync("10010110010000120230101000000")).Problem.ShouldBe(TrackingProblems.UnknownRid);
        (await _world.WatchAsync("7777888899990001")).Problem.ShouldBe(TrackingProblems.UnknownReference);
        (await WatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_watch_ends_after_ninety_days()
    {
        await _world.WatchAsync(_world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER")));
        await LookAfterAsync(89 * 24 * 60);
        (await WatchesAsync()).ShouldHaveSingleItem();
        await LookAfterAsync(24 * 60);
        (await WatchesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_looks_every_minute_at_first_and_every_few_hours_later()
    {
        await _world.WatchAsync(_world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER")));
        List<double> minutes = [];
        foreach (var wait in new[] { 0, 60, 24 * 60 })
        {
            await LookAfterAsync(wait);
            var watch = (await WatchesAsync()).Single();
            minutes.Add((watch.NextLookAt!.Value - _world.Clock.GetUtcNow()).TotalMinutes);
        }

        minutes.ShouldBe([1, 30, 360]);
    }

    [Theory]
    [InlineData(FakeMosip.FindStatus)]
    [InlineData(FakeMosip.ListStages)]
    public async Task R_01_R_08_What_cannot_be_read_now_is_told_at_a_later_look(string operation)
    {
        var (_, rid) = await ActUnderWayAsync((0, "PROCESSING", "PACKET_RECEIVER"), (4, "PROCESSING", "CMD_VALIDATION"));
        await _world.WatchAsync(rid);
        _world.Platform.Next(operation, CommonProblems.ServiceUnavailable);
        (await LookAfterAsync(5)).ShouldBeEmpty();
        (await LookAfterAsync(5)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task S_47_The_watch_holds_neither_number_in_the_open()
    {
        var rid = _world.AddRegistration(Meera, (0, "PROCESSING", "PACKET_RECEIVER"));
        await _world.WatchAsync(rid);
        (await _world.ReadDatabaseFileAsync()).ShouldNotContain(rid);
    }

    private async Task<(string EventId, string Rid)> ActUnderWayAsync(params (int Minute, string Status, string Stage)[] steps)
    {
        var order = (await _world.OrderCardAsync((await _world.SignInAsync()).SessionId)).Value;
        await using (var db = _world.OpenDatabase())
        {
            await db.ServiceRequests.Where(row => row.EventId == order.Value).ExecuteUpdateAsync(update => update.SetProperty(row => row.SealedResult, (string?)null), Cancellation);
        }

        await QuietAsync();
        var rid = _world.AddRegistration(Meera, steps);
        await _world.SentAsAsync(order, rid);
        return (order.Value, rid);
    }

    private async Task QuietAsync()
    {
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        _world.Platform.State.Outbox.Clear();
    }

    // The texts that came after so many minutes and a look.
    private async Task<List<string>> LookAfterAsync(int minutes)
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await _world.Get<LookAtWatchedRequests>().ExecuteAsync(Cancellation);
        await _world.Get<SendNotices>().ExecuteAsync(Cancellation);
        List<string> texts = [.. _world.Platform.SmsTo(Meera)];
        _world.Platform.State.Outbox.Clear();
        return texts;
    }

    private async Task<List<WatchRow>> WatchesAsync()
    {
        await using var db = _world.OpenDatabase();
        return await db.Watches.AsNoTracking().ToListAsync(Cancellation);
    }
}
