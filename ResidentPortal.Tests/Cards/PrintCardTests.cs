using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace ResidentPortal.Tests.Cards;

public sealed class PrintCardTests : IAsyncLifetime
{
    private static readonly Guid Visit = Guid.NewGuid();
    private static readonly Guid Desk = Guid.NewGuid();
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        await SetAsync(purposes: "PrintCard", confirmed: null);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_print_is_masked_and_says_where_when_and_how_often_and_opens_without_a_password()
    {
        await PrintAsync();
        var second = await PrintAsync();
        using var pdf = PdfDocument.Open((await TakeAsync(second)).Value.Pdf);
        var text = CardSpecimens.Plain(pdf.GetPage(1).Text);
        text.ShouldContain("Printed at Casablanca (10001), 24 November 2026, 11:00, print 2 of this visit");
        text.ShouldContain("Meera Kaldan");
        text.ShouldContain("•••• ••86 51");
        text.ShouldNotContain("4952");
        text.ShouldContain("Take it with you");
        text.ShouldNotContain("delete the file");
    }

    [Fact]
    public async Task A_print_wants_a_code_of_its_own_and_another_acts_code_prints_nothing()
    {
        var wish = new PrintCardOrder(Guid.NewGuid(), "Casablanca (10001)", "Africa/Casablanca");
        var asked = await _world.Get<PrintCard>().ExecuteAsync(Desk, wish);
        asked.Problem!.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        await SetAsync("PrintCard", EventId.New().Value);
        (await _world.Get<ContinueAct>().ExecuteAsync(_session, (string)asked.Problem.Facts["eventId"])).Problem!.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        _world.Platform.CountOf(FakeMosip.FindHolder).ShouldBe(0);
    }

    [Fact]
    public async Task The_desk_takes_it_once_also_twenty_at_a_time_and_nothing_of_it_is_kept()
    {
        var eventId = await PrintAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => TakeAsync(eventId))));
        taken.Count(one => one.IsSuccess).ShouldBe(1);
        taken.Where(one => !one.IsSuccess).ShouldAllBe(one => one.Problem == CardProblems.Gone);
        await using var db = _world.OpenDatabase();
        (await db.CardFiles.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
        var printed = await db.AuditRows.SingleAsync(row => row.Event == AuditEvent.CardPrinted, TestContext.Current.CancellationToken);
        (printed.Chain, printed.EventId).ShouldBe((AuditTrail.Visit(Visit), eventId));
    }

    [Fact]
    public async Task It_is_gone_after_five_minutes()
    {
        var eventId = await PrintAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        (await TakeAsync(eventId)).Problem.ShouldBe(CardProblems.Gone);
        (await _world.Get<ForgetCards>().ExecuteAsync(TestContext.Current.CancellationToken)).IsSuccess.ShouldBeTrue();
        await using var db = _world.OpenDatabase();
        (await db.CardFiles.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }

    [Fact]
    public async Task S_74_Nobody_prints_outside_a_visit_for_it()
    {
        await SetAsync("Locks Vids", confirmed: null);
        (await _world.Get<PrintCard>().ExecuteAsync(Desk, new PrintCardOrder(Guid.NewGuid(), "Casablanca (10001)", "UTC"))).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        var own = (await _world.SignInAsync(browser: "own")).SessionId;
        (await _world.Get<PrintCard>().ExecuteAsync(own, new PrintCardOrder(Guid.NewGuid(), "Casablanca (10001)", "UTC"))).Problem.ShouldBe(SessionProblems.OutsidePurpose);
    }

    [Fact]
    public async Task S_25_Only_the_desk_of_the_visit_takes_it()
    {
        var eventId = await PrintAsync();
        var own = (await _world.SignInAsync(browser: "own")).SessionId;
        (await _world.Get<TakePrint>().ExecuteAsync(own, eventId)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        (await _world.Get<TakePrint>().ExecuteAsync(_session, eventId)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
        (await _world.Get<DeliverCard>().ExecuteAsync(CardTicket.Of(own, eventId))).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<SendCardLink>().ExecuteAsync(own, eventId)).Problem.ShouldBe(CommonProblems.NotFound);
        await SetAsync("PrintCard", confirmed: null, visit: Guid.NewGuid());
        (await TakeAsync(eventId)).Problem.ShouldBe(CommonProblems.NotFound);
    }

    private async Task<string> PrintAsync()
    {
        var asked = await _world.Get<PrintCard>().ExecuteAsync(Desk, new PrintCardOrder(Guid.NewGuid(), "Casablanca (10001)", "Africa/Casablanca"));
        var eventId = (string)asked.Problem!.Facts["eventId"];
        await SetAsync("PrintCard", eventId);
        (await _world.Get<ContinueAct>().ExecuteAsync(_session, eventId)).IsSuccess.ShouldBeTrue();
        await SetAsync("PrintCard", confirmed: null);
        (await _world.ReceiptAsync(_session, EventId.Stored(eventId))).State.ShouldBe(ActState.Confirmed);
        return eventId;
    }

    private Task<Outcome<Core.Cards.CardFile>> TakeAsync(string eventId) => _world.Get<TakePrint>().ExecuteAsync(Desk, eventId);

    // The sign-in becomes one of a visit, as the resident's consent makes it.
    private async Task SetAsync(string purposes, string? confirmed, Guid? visit = null)
    {
        await using var db = _world.OpenDatabase();
        await db.Sessions.Where(row => row.Id == _session).ExecuteUpdateAsync(update => update.SetProperty(row => row.VisitId, visit ?? Visit)
            .SetProperty(row => row.DeskId, Desk).SetProperty(row => row.Purposes, purposes).SetProperty(row => row.ConfirmedEventId, confirmed));
    }
}
