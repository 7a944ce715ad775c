using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Audit;

public sealed class ForwardAuditTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public async ValueTask InitializeAsync() => await _world.SignInAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Each_row_is_handed_over_once_with_its_place_and_hash_and_the_platforms_own_numbers()
    {
        (await _world.Get<ForwardAudit>().ExecuteAsync()).Value.ShouldBe(4);
        (await _world.Get<ForwardAudit>().ExecuteAsync()).Value.ShouldBe(0);
        _world.Platform.AuditEvents.Select(one => one.EventId).ShouldBe(["RES-SER-110", "RES-SER-122", "RES-SER-209", "RES-SER-282"]);
        _world.Platform.AuditEvents[3].Description.ShouldMatch("^portal 4 [0-9A-F]{64} SignedIn$");
        _world.Platform.AuditEvents.ShouldAllBe(one => one.PersonToken == null || one.PersonToken.Length <= 64);
    }

    [Fact]
    public async Task What_the_platform_cannot_take_now_goes_next_time_and_nothing_is_left_out()
    {
        _world.Platform.Next(FakeMosip.RecordAudit, CommonProblems.ServiceUnavailable);
        (await _world.Get<ForwardAudit>().ExecuteAsync()).Problem.ShouldBe(CommonProblems.ServiceUnavailable);
        (await _world.Get<ForwardAudit>().ExecuteAsync()).Value.ShouldBe(4);
        _world.Platform.AuditEvents.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Of_many_events_a_hundred_are_handed_over_at_each_look()
    {
        await using (var db = _world.OpenDatabase())
        {
            await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await _world.Get<AuditTrail>().AppendAsync(db, [.. Enumerable.Range(0, 230).Select(turn => new AuditEntry(AuditEvent.RequestTracked, AuditResult.Success, PersonKey: null, EventId: null, $"{turn}"))]);
            await transaction.CommitAsync(TestContext.Current.CancellationToken);
        }

        foreach (var count in new[] { 100, 100, 34 })
        {
            (await _world.Get<ForwardAudit>().ExecuteAsync()).Value.ShouldBe(count);
        }

        _world.Platform.AuditEvents.Count.ShouldBe(234);
        _world.Platform.AuditEvents.Select(one => one.Description).ShouldBeUnique();
        (await _world.Get<ForwardAudit>().ExecuteAsync()).Value.ShouldBe(0);
    }

    [Fact]
    public async Task The_audit_manager_never_gets_a_number_of_a_person()
    {
        await _world.Get<ForwardAudit>().ExecuteAsync();
        _world.Platform.AuditEvents.ShouldAllBe(one => !$"{one}".Contains(ResidentSteps.Meera, StringComparison.Ordinal));
    }
}
