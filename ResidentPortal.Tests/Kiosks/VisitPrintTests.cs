using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class VisitPrintTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync()
    {
        _world = await KioskWorld.StartAsync();
        await _world.AgreedAsync(ViewPlace.OtherScreen, VisitPurpose.PrintCard);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_card_wants_a_code_of_its_own_and_is_asked_for_once_the_desk_has_it()
    {
        var (desk, eventId) = await ConfirmPrintAsync();
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.Outcome);
        (await _world.Get<TakePrint>().ExecuteAsync(desk, eventId)).IsSuccess.ShouldBeTrue();
        _ = (await _world.Get<NotePrinted>().ExecuteAsync(_world.DutyId)).Value;
        (await _world.ViewAsync()).Step.ShouldBe(ViewStep.TakePaper);
        _ = (await _world.Get<NotePaperTaken>().ExecuteAsync(_world.View)).Value;
        var summary = (await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId)).Value;
        summary.Prints.ShouldBe(1);
        (await _world.ChainAsync()).TakeLast(4).ShouldBe(["ActConfirmed PrintCard", "CardPrinted", "PaperTaken", "VisitEnded Finished"]);
        var own = (await _world.Core.SignInAsync()).SessionId;
        (await _world.Get<ShowOwnVisit>().ExecuteAsync(own, _world.VisitId, Language.English)).Value.Prints.ShouldBe(1);
        await _world.SendAsync();
        _world.Platform.SmsTo(_world.Uin).ShouldContain(text => text.Contains("Papers printed: 1.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_confirmed_print_there_is_no_paper()
    {
        (await _world.Get<NotePrinted>().ExecuteAsync(_world.DutyId)).Problem.ShouldBe(KioskProblems.OtherStep);
        (await _world.RowAsync()).Prints.ShouldBe(0);
    }

    private async Task<(Guid Desk, string EventId)> ConfirmPrintAsync()
    {
        var desk = (await _world.DeskAsync()).DeskId!.Value;
        var waits = await _world.Get<PrintCard>().ExecuteAsync(desk, new PrintCardOrder(Guid.NewGuid(), "Kenitra Centre (10001)", "UTC"));
        var eventId = (string)waits.Problem!.Facts["eventId"];
        _ = (await _world.Get<PutBeforeResident>().ExecuteAsync(_world.DutyId, eventId)).Value;
        _ = (await _world.AskForActCodeAsync(eventId)).Value;
        return (desk, (await _world.ConfirmAsync(_world.Platform.LatestCode())).Value.Value);
    }
}
