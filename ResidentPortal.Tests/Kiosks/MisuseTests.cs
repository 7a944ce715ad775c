using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Kiosks;

public sealed class MisuseTests : IAsyncLifetime
{
    private KioskWorld _world = null!;
    private Guid _supervisor;

    public async ValueTask InitializeAsync()
    {
        _world = await KioskWorld.StartAsync();
        _supervisor = (await _world.Core.BeginSupervisorAsync()).DutyId;
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task S_78_A_consent_given_faster_than_it_can_be_read_is_found_once()
    {
        await _world.BeforeResidentAsync();
        _ = (await _world.Get<AnswerConsent>().ExecuteAsync(_world.View, agrees: true, TimeSpan.FromSeconds(30))).Value;
        (await LookAsync()).ShouldBe(["QuickConsent K0001 1"]);
        (await _world.Get<LookForMisuse>().ExecuteAsync()).Value.ShouldBe(0);
    }

    [Fact]
    public async Task S_78_A_consent_that_was_read_is_nobodys_concern()
    {
        await _world.BeforeResidentAsync();
        _world.Core.Clock.Advance(TimeSpan.FromSeconds(20));
        _ = (await _world.Get<AnswerConsent>().ExecuteAsync(_world.View, agrees: true, TimeSpan.FromSeconds(18))).Value;
        (await LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task S_78_Consents_that_failed_are_found()
    {
        await _world.BeforeResidentAsync();
        _world.Core.Clock.Advance(TimeSpan.FromSeconds(20));
        _ = (await _world.AskForConsentCodeAsync()).Value;
        for (var i = 0; i < 3; i++)
        {
            await _world.EnterConsentCodeAsync(_world.Core.WrongCode());
        }

        (await LookAsync()).ShouldBe(["FailedConsents K0001 1"]);
    }

    [Fact]
    public async Task S_78_One_new_phone_for_many_residents_is_found()
    {
        for (var i = 0; i < 3; i++)
        {
            await AddAsync(person: $"person {i}", contacts: "1.phone-of-somebody-else");
        }

        await AddAsync(person: "person 4", contacts: "1.a-phone-of-their-own-it-is");
        (await LookAsync()).ShouldBe(["OneContact K0001 3"]);
    }

    [Fact]
    public async Task S_78_A_contact_of_the_operators_own_is_found()
    {
        // The operator has used the portal as a resident.
        await _world.Core.SignInAsync();
        var phone = _world.Platform.State.Population.Find(_world.Uin)!.Phone!;
        await AddAsync(person: "somebody", contacts: _world.Get<VisitContacts>().KeyOf(phone), operatorKey: _world.Get<LookupKeys>().Person(ResidentSteps.Number(_world.Uin)));
        (await LookAsync()).ShouldBe(["OwnContact K0001 1"]);
    }

    [Fact]
    public async Task S_78_Many_visits_of_one_resident_are_found_and_the_finding_grows_while_it_is_open()
    {
        for (var i = 0; i < 4; i++)
        {
            await AddAsync(person: "1.the-same-person-again");
        }

        (await LookAsync()).ShouldBe(["RepeatedVisits K0001 4"]);
        await AddAsync(person: "1.the-same-person-again");
        (await LookAsync()).ShouldBe(["RepeatedVisits K0001 5"]);
    }

    [Fact]
    public async Task S_78_Visits_at_night_are_found()
    {
        await AddAsync(person: "somebody", at: TimeSpan.FromHours(-11));
        (await LookAsync()).ShouldBe(["OddHours K0001 1"]);
    }

    [Fact]
    public async Task S_78_What_is_older_than_a_month_is_not_looked_at()
    {
        await AddAsync(person: "somebody", at: TimeSpan.FromDays(-31) - TimeSpan.FromHours(9));
        (await LookAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_alert_is_closed_by_a_supervisor_and_stays_closed()
    {
        await AddAsync(person: "somebody", at: TimeSpan.FromHours(-11));
        await LookAsync();
        var alert = (await _world.Get<ListMisuse>().ExecuteAsync(_supervisor)).Value.Single();
        (await _world.Get<CloseMisuse>().ExecuteAsync(_world.DutyId, alert.Id)).Problem.ShouldBe(KioskProblems.SupervisorNeeded);
        (await _world.Get<CloseMisuse>().ExecuteAsync(_supervisor, Guid.NewGuid())).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<CloseMisuse>().ExecuteAsync(_supervisor, alert.Id)).IsSuccess.ShouldBeTrue();
        (await _world.Get<CloseMisuse>().ExecuteAsync(_supervisor, alert.Id)).IsSuccess.ShouldBeTrue();
        (await LookAsync()).ShouldBeEmpty();
        await using var db = _world.OpenDatabase();
        (await db.Misuses.SingleAsync(TestContext.Current.CancellationToken)).ClosedBy.ShouldBe("id of S0001");
    }

    [Fact]
    public async Task Supervisors_see_counts_by_day_centre_and_operator_and_operators_see_none()
    {
        await _world.AgreedAsync();
        await _world.LockFingerprintAsync();
        await _world.Get<FinishVisit>().ExecuteAsync(_world.DutyId);
        await _world.VisitAsync();
        (await _world.Get<CountVisits>().ExecuteAsync(_supervisor)).Value.ShouldBe([new VisitCount(new DateOnly(2026, 11, 24), "10001", "K0001", Visits: 2, Agreed: 1, Acts: 1, Prints: 0)]);
        (await _world.Get<CountVisits>().ExecuteAsync(_world.DutyId)).Problem.ShouldBe(KioskProblems.SupervisorNeeded);
        (await _world.Get<ListMisuse>().ExecuteAsync(_world.DutyId)).Problem.ShouldBe(KioskProblems.SupervisorNeeded);
    }

    private async Task<IReadOnlyList<string>> LookAsync()
    {
        await _world.Get<LookForMisuse>().ExecuteAsync();
        return [.. (await _world.Get<ListMisuse>().ExecuteAsync(_supervisor)).Value.Select(entry => $"{entry.Rule} {entry.OperatorNumber} {entry.Count}")];
    }

    private async Task AddAsync(string person, string? contacts = null, string? operatorKey = null, TimeSpan at = default)
    {
        var start = _world.Core.Clock.GetUtcNow() + at;
        await using var db = _world.OpenDatabase();
        db.Visits.Add(new VisitRow
        {
            Id = Guid.NewGuid(),
            DeviceId = _world.Device.Id,
            DutyId = _world.DutyId,
            OperatorId = "id of K0001",
            OperatorNumber = "K0001",
            OperatorName = "Asha Operator",
            OperatorKey = operatorKey,
            CentreCode = "10001",
            Language = "eng",
            State = VisitState.Ended,
            Purposes = "Update",
            PersonKey = person.PadLeft(32, '.'),
            NewContacts = contacts,
            ReadMilliseconds = 20_000,
            StartedAt = start,
            EndedAt = start,
            End = VisitEnd.Finished,
        });
        await db.SaveChangesAsync();
    }
}
