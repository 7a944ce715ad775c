using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class StartVisitTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_visit_wants_at_least_one_purpose() => (await StartAsync()).Problem.ShouldBe(KioskProblems.NoPurpose);

    [Fact]
    public async Task A_supervisor_helps_nobody()
    {
        var supervisor = await _world.Core.BeginSupervisorAsync();
        (await _world.Get<StartVisit>().ExecuteAsync(supervisor.DutyId, Purposes(VisitPurpose.Locks), Language.English)).Problem.ShouldBe(KioskProblems.SupervisorMayNot);
    }

    [Fact]
    public async Task Nobody_on_duty_begins_no_visit()
    {
        await _world.Get<EndDuty>().ExecuteAsync(_world.DutyId);
        (await StartAsync(VisitPurpose.Locks)).Problem.ShouldBe(KioskProblems.DutyNeeded);
        (await _world.Get<StartVisit>().ExecuteAsync(Guid.NewGuid(), Purposes(VisitPurpose.Locks), Language.English)).Problem.ShouldBe(KioskProblems.DutyNeeded);
    }

    [Fact]
    public async Task Attack_A_second_resident_without_ending_the_first_is_refused_and_leaves_its_row_in_the_first_visit()
    {
        await _world.AgreedAsync();
        (await StartAsync(VisitPurpose.Vids)).Problem.ShouldBe(KioskProblems.VisitOpen);
        (await _world.ChainAsync())[^1].ShouldBe("Refused Failure kiosks.visitOpen");
        (await _world.DeskAsync()).Purposes.ShouldBe([VisitPurpose.Locks]);
        await _world.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task After_the_end_the_next_resident_is_helped()
    {
        var first = await _world.VisitAsync();
        await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId);
        (await _world.VisitAsync()).ShouldNotBe(first);
    }

    [Fact]
    public async Task Of_ten_presses_at_once_one_begins_a_visit()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => StartAsync(VisitPurpose.Locks))));
        outcomes.Count(outcome => outcome.IsSuccess).ShouldBe(1);
        outcomes.Where(outcome => !outcome.IsSuccess).ShouldAllBe(outcome => outcome.Problem == KioskProblems.VisitOpen);
    }

    private Task<Outcome<Guid>> StartAsync(params VisitPurpose[] purposes) => _world.Get<StartVisit>().ExecuteAsync(_world.DutyId, Purposes(purposes), Language.English);

    private static HashSet<VisitPurpose> Purposes(params VisitPurpose[] purposes) => [.. purposes];
}
