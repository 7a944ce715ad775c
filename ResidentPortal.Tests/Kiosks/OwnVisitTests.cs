using Microsoft.Data.Sqlite;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class OwnVisitTests : IAsyncLifetime
{
    private KioskWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await KioskWorld.StartAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_resident_reads_who_helped_where_with_what_and_what_was_seen_and_done()
    {
        await _world.AgreedAsync();
        await _world.DeskAsync(withFields: true);
        var eventId = await _world.LockFingerprintAsync();
        await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId);
        var own = (await _world.Core.SignInAsync()).SessionId;
        var entry = (await _world.Get<ListOwnVisits>().ExecuteAsync(own)).Value.ShouldHaveSingleItem();
        (entry.Id, entry.OperatorNumber, entry.CentreCode, entry.End).ShouldBe((_world.VisitId, "K0001", "10001", VisitEnd.Finished));
        var visit = (await _world.Get<ShowOwnVisit>().ExecuteAsync(own, _world.VisitId, Language.English)).Value;
        (visit.OperatorName, visit.CentreName, visit.Prints, visit.IsWhole).ShouldBe(("Asha Operator", "Kenitra Centre", 0, true));
        visit.Fields.ShouldBe([VisitFieldKind.Name, VisitFieldKind.MaskedUin, VisitFieldKind.LockStates]);
        visit.Acts.ShouldBe([new VisitAct(eventId, ActKind.ChangeAuthLocks, ActState.Confirmed)]);
        visit.Moments.Select(moment => moment.Event).ShouldBe(
        [
            AuditEvent.VisitStarted, AuditEvent.ConsentAsked, AuditEvent.HandedOver, AuditEvent.CodeAsked, AuditEvent.ConsentGiven, AuditEvent.FieldsShown, AuditEvent.ActPrepared,
            AuditEvent.CodeAsked, AuditEvent.ActConfirmed, AuditEvent.VisitEnded,
        ]);
        visit.NoticeId.ShouldNotBeNull();
    }

    [Fact]
    public async Task S_25_Nobody_else_finds_it()
    {
        await _world.AgreedAsync();
        var other = (await _world.Core.SignInAsync(_world.Platform.UinWithPhoneOnly)).SessionId;
        (await _world.Get<ListOwnVisits>().ExecuteAsync(other)).Value.ShouldBeEmpty();
        (await _world.Get<ShowOwnVisit>().ExecuteAsync(other, _world.VisitId, Language.English)).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<ShowOwnVisit>().ExecuteAsync((await _world.DeskAsync()).DeskId!.Value, _world.VisitId, Language.English)).Problem.ShouldBe(SessionProblems.OutsidePurpose);
    }

    [Fact]
    public async Task A_changed_record_is_seen_as_such_by_its_reader_and_by_the_verifier()
    {
        await _world.AgreedAsync();
        var own = (await _world.Core.SignInAsync()).SessionId;
        await using (var connection = new SqliteConnection($"Data Source={_world.Core.DatabasePath};Pooling=false"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TRIGGER AuditRowsAreNotChanged; UPDATE AuditRows SET Note = 'Track' WHERE Event = 'ConsentGiven'";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        (await _world.Get<ShowOwnVisit>().ExecuteAsync(own, _world.VisitId, Language.English)).Value.IsWhole.ShouldBeFalse();
        var verdict = (await _world.Get<VerifyAuditTrail>().ExecuteAsync(TestContext.Current.CancellationToken)).Value;
        (verdict.Fault, verdict.Chain).ShouldBe((AuditFault.Edited, AuditTrail.Visit(_world.VisitId)));
    }

    [Fact]
    public async Task The_chain_of_a_visit_goes_to_the_platforms_audit_manager_like_the_portals_own()
    {
        await _world.AgreedAsync();
        await _world.Get<ForwardAudit>().ExecuteAsync(TestContext.Current.CancellationToken);
        var chain = AuditTrail.Visit(_world.VisitId);
        _world.Platform.AuditEvents.Count(one => one.Description.StartsWith($"{chain} ", StringComparison.Ordinal)).ShouldBe((await _world.ChainAsync()).Count);
        (await _world.Get<ForwardAudit>().ExecuteAsync(TestContext.Current.CancellationToken)).Value.ShouldBe(0);
    }
}
