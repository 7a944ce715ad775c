using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Cards;

public sealed class OrderCardTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new(("Cards:OrderPrice:en", "5 dirhams"));
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Before_ordering_the_price_the_days_and_the_masked_address_are_told_without_asking_for_biometrics()
    {
        var offer = (await _world.Get<ShowCardOrder>().ExecuteAsync(_session, Language.English)).Value;
        (offer.Price, offer.Days, offer.Open).ShouldBe(("5 dirhams", 14, null));
        offer.Address!.Lines[0].ShouldBe("•• H•••••• L•••");
    }

    [Fact]
    public async Task An_order_is_taken_told_and_followed_through_the_printers_states_to_its_delivery()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Accepted);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("A printed card to your registered address was ordered. Request ", StringComparison.Ordinal));

        await PassAsync(TimeSpan.FromDays(6));
        await PassAsync(TimeSpan.FromMinutes(1));
        var receipt = await _world.ReceiptAsync((await _world.SignInAsync(browser: "later")).SessionId, eventId);
        receipt.State.ShouldBe(ActState.Confirmed);
        ((OrderProgress)receipt.Result!).Stage.ShouldBe(OrderStage.Delivered);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("The printed card that you ordered was delivered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_opens_the_page_sees_the_state_of_now_and_the_platform_is_not_asked_twice_in_ten_seconds()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        _world.Clock.Advance(TimeSpan.FromMinutes(4));
        var seen = (await _world.Get<ShowCardOrderProgress>().ExecuteAsync(_session, eventId.Value)).Value;
        ((OrderProgress)seen.Result!).Stages.Select(stage => stage.Stage).ShouldBe([OrderStage.Recorded, OrderStage.WithPrinter]);
        await _world.Get<ShowCardOrderProgress>().ExecuteAsync(_session, eventId.Value);
        _world.Platform.CountOf(FakeMosip.FindOrder).ShouldBe(1);
    }

    [Fact]
    public async Task While_one_order_is_open_another_is_refused_with_its_number_and_date()
    {
        var first = (await _world.OrderCardAsync(_session)).Value;
        var refusal = (await _world.OrderCardAsync(_session)).Problem.ShouldNotBeNull();
        (refusal.Key, refusal.Facts["eventId"], refusal.Facts["at"]).ShouldBe(("cards.orderOpen", first.Value, _world.Clock.GetUtcNow()));
        _world.Platform.CountOf(FakeMosip.OrderPrint).ShouldBe(1);
        (await _world.Get<ShowCardOrder>().ExecuteAsync(_session, Language.English)).Value.Open!.EventId.ShouldBe(first);
    }

    [Fact]
    public async Task R_21_Twenty_forms_at_once_order_one_card()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.OrderCardAsync(_session))));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        _world.Platform.CountOf(FakeMosip.OrderPrint).ShouldBe(1);
    }

    [Fact]
    public async Task A_printer_that_never_says_delivered_does_not_keep_the_resident_from_ordering_again()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        await PassAsync(TimeSpan.FromDays(1) + TimeSpan.FromHours(1));
        ((OrderProgress)(await _world.ReceiptAsync((await _world.SignInAsync(browser: "b")).SessionId, eventId)).Result!).Stage.ShouldBe(OrderStage.Printed);
        _world.Platform.Next(FakeMosip.FindOrder, CommonProblems.ServiceUnavailable, times: 100);
        await PassAsync(TimeSpan.FromDays(15));
        var session = (await _world.SignInAsync(browser: "c")).SessionId;
        (await _world.ReceiptAsync(session, eventId)).State.ShouldBe(ActState.Confirmed);
        (await _world.OrderCardAsync(session)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task R_09_An_order_without_an_answer_is_never_repeated_and_stays_unknown()
    {
        _world.Platform.Next(FakeMosip.OrderPrint, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        (await _world.OrderCardAsync(_session)).Problem!.Key.ShouldBe("cards.orderOpen");
        foreach (var seconds in (int[])[5, 5, 30, 120, 600, 3600])
        {
            await PassAsync(TimeSpan.FromSeconds(seconds));
        }

        await using var db = _world.OpenDatabase();
        var row = await db.ServiceRequests.SingleAsync(one => one.EventId == eventId.Value, TestContext.Current.CancellationToken);
        (row.State, row.NextLookAt).ShouldBe((ActState.Unknown, null));
        (await db.Notices.CountAsync(notice => notice.Kind == NoticeKind.CardOrderUnknown, TestContext.Current.CancellationToken)).ShouldBe(1);
        _world.Platform.CountOf(FakeMosip.OrderPrint).ShouldBe(1);
    }

    [Fact]
    public async Task R_02_A_refused_order_ends_and_is_told()
    {
        _world.Platform.Next(FakeMosip.OrderPrint, CommonProblems.Refused);
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Refused);
        await _world.Get<SendNotices>().ExecuteAsync();
        _world.Platform.SmsTo(Meera).ShouldContain(text => text.StartsWith("A printed card was asked for. It will not come. You can order again. Request ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task S_11_Without_a_fresh_code_nothing_is_ordered()
    {
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var refusal = (await _world.OrderCardAsync(_session)).Problem.ShouldNotBeNull();
        refusal.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        _world.Platform.CountOf(FakeMosip.OrderPrint).ShouldBe(0);
        await _world.ProveAgainAsync(_session);
        (await _world.Get<ContinueAct>().ExecuteAsync(_session, (string)refusal.Facts["eventId"])).IsSuccess.ShouldBeTrue();
        _world.Platform.CountOf(FakeMosip.OrderPrint).ShouldBe(1);
    }

    [Fact]
    public async Task S_25_Another_residents_order_is_not_shown()
    {
        var eventId = (await _world.OrderCardAsync(_session)).Value;
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.Get<ShowCardOrderProgress>().ExecuteAsync(other, eventId.Value)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.OrderCardAsync(other)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task The_partner_is_told_whether_the_number_is_masked()
    {
        await _world.OrderCardAsync(_session);
        _world.Platform.State.Credentials.All.ShouldHaveSingleItem().CardType.ShouldBe("MASKED_UIN");
    }

    private async Task PassAsync(TimeSpan time)
    {
        _world.Clock.Advance(time);
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
    }
}
