using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Cards;

/// <summary>Printed cards where the platform wants a packet for them.</summary>
public sealed class ReprintCardTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new(("Cards:OrderWay", "Packet"));
    private Guid _session;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _world.Platform.State.TakesReprints = true;
        _session = (await _world.SignInAsync()).SessionId;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task An_order_is_a_packet_told_like_any_order_and_followed_to_the_printer()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;

        var packet = _world.Platform.Packets.ShouldHaveSingleItem();
        (packet.Process, packet.Uin.Reveal(), packet.IsMasked, packet.Language, packet.Fields.Count, packet.Documents.Count).ShouldBe((PacketProcess.Reprint, Meera, true, "eng", 0, 0));
        packet.Holder.ShouldBe(new PacketHolder("Meera Kaldan", "9876500001", "meera.k@example.org"));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("A printed card to your registered address was ordered. Request ", StringComparison.Ordinal));
        _world.Platform.CountOf(FakeMosip.OrderPrint).ShouldBe(0);

        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        var seen = (await _world.Get<ShowCardOrderProgress>().ExecuteAsync(_session, eventId.Value)).Value;

        seen.State.ShouldBe(ActState.Accepted);
        ((OrderProgress)seen.Result!).Stages.Select(stage => stage.Stage).ShouldBe([OrderStage.Recorded, OrderStage.WithPrinter]);
    }

    [Fact]
    public async Task The_RID_is_written_down_sealed_before_the_packet_is_sent()
    {
        _world.Platform.AfterPacket = () =>
        {
            using var db = _world.OpenDatabase();
            var row = db.ServiceRequests.Single();
            var rid = _world.Platform.Packets.Single().Rid;
            _world.Get<Vault>().OpenRid(row.SealedRid).ShouldBe(rid);
            row.RidKey.ShouldBe(_world.Get<LookupKeys>().Registration(rid));
        };

        (await _world.OrderCardAsync(_session)).IsSuccess.ShouldBeTrue();

        (await _world.ReadDatabaseFileAsync()).ShouldNotContain(_world.Platform.Packets.Single().Rid.Reveal());
    }

    [Fact]
    public async Task Days_after_the_printer_got_it_another_card_may_be_ordered()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        await PassAsync(TimeSpan.FromMinutes(2));

        await PassAsync(TimeSpan.FromDays(15));

        var session = (await _world.SignInAsync(browser: "later")).SessionId;
        (await _world.ReceiptAsync(session, eventId)).State.ShouldBe(ActState.Confirmed);
        (await _world.OrderCardAsync(session)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Where_the_operator_has_not_switched_reprints_on_the_order_is_refused_and_says_so()
    {
        _world.Platform.State.TakesReprints = false;

        var receipt = await _world.ReceiptAsync(_session, (await _world.OrderCardAsync(_session)).Value);

        (receipt.State, receipt.Problem).ShouldBe((ActState.Refused, "packet.notTaken"));
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("A printed card was asked for. It will not come.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_packet_ends_the_order()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        _world.Platform.State.RejectPacket(_world.Platform.Packets.Single().Rid.Reveal()).ShouldBeTrue();

        await PassAsync(TimeSpan.FromMinutes(2));

        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Failed);
    }

    [Fact]
    public async Task R_09_An_order_whose_answer_was_lost_is_found_by_its_RID()
    {
        _world.Platform.Next(FakeMosip.SendPacket, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Unknown);

        await PassAsync(TimeSpan.FromSeconds(6));

        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Accepted);
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }

    [Fact]
    public async Task R_09_An_order_that_never_arrived_ends_as_not_done_after_the_last_look()
    {
        _world.Platform.Next(FakeMosip.SendPacket, CommonProblems.OutcomeUnknown);
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        foreach (var seconds in (int[])[6, 6, 31, 121, 601, 3601])
        {
            await PassAsync(TimeSpan.FromSeconds(seconds));
        }

        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.SingleAsync(row => row.EventId == eventId.Value, Cancellation)).State.ShouldBe(ActState.Failed);
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }

    [Fact]
    public async Task R_19_Killed_after_the_packet_was_taken_the_order_is_found_by_its_RID()
    {
        _world.Platform.AfterPacket = static () => throw new InvalidOperationException("killed");
        await Should.ThrowAsync<InvalidOperationException>(() => _world.OrderCardAsync(_session));

        await PassAsync(TimeSpan.FromMinutes(1));

        await using var db = _world.OpenDatabase();
        (await db.ServiceRequests.SingleAsync(Cancellation)).State.ShouldBe(ActState.Accepted);
        _world.Platform.CountOf(FakeMosip.SendPacket).ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_RID_nothing_is_sent_and_another_order_may_be_made()
    {
        _world.Platform.Next(FakeMosip.ReserveRid, CommonProblems.ServiceUnavailable);

        (await _world.ReceiptAsync(_session, (await _world.OrderCardAsync(_session)).Value)).State.ShouldBe(ActState.Failed);

        _world.Platform.Packets.ShouldBeEmpty();
        (await _world.OrderCardAsync(_session)).IsSuccess.ShouldBeTrue();
    }

    private async Task PassAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
    }
}
