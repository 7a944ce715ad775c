using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.SubmissionSteps;

namespace ResidentPortal.Tests.Updates;

/// <summary>What a resident may read before an update, and what waits.</summary>
public sealed class RecordReadingTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_record_is_shown_as_it_is_a_short_while_after_a_code_and_its_contacts_masked_afterwards()
    {
        var record = (await _world.Get<ShowRecord>().ExecuteAsync(_session, RecordUse.Update)).Value;
        record["postalCode"].Plain.ShouldBe("14022");
        record["fullName"].In("fra").ShouldBe("Mira Kaldane");
        record["email"].Plain.ShouldBe("meera.k@example.org");
        record.Keys.ShouldNotContain("UIN");

        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        var later = (await _world.Get<ShowRecord>().ExecuteAsync(_session, RecordUse.Update)).Value;
        later["postalCode"].Plain.ShouldBe("14022");
        later["email"].Plain.ShouldNotBeNull().ShouldNotContain("meera");
        later["phone"].Plain.ShouldNotBeNull().ShouldNotContain("98765");
    }

    [Theory]
    [InlineData(RecordUse.Card)]
    [InlineData(RecordUse.Share)]
    public async Task Each_use_shows_what_its_form_has(RecordUse use)
    {
        var record = (await _world.Get<ShowRecord>().ExecuteAsync(_session, use)).Value;
        record["phone"].Plain.ShouldBe("9876500001");
        _world.Clock.Advance(TimeSpan.FromMinutes(6));
        (await _world.Get<ShowRecord>().ExecuteAsync(_session, use)).Value["phone"].Plain.ShouldNotBeNull().ShouldEndWith("0001");
    }

    [Fact]
    public async Task Changes_that_are_left_are_counted() =>
        (await _world.Get<CountUpdatesLeft>().ExecuteAsync(_session)).Value["gender"].ShouldBe(2);

    [Fact]
    public async Task What_waits_is_listed_and_discarded_by_its_own_number()
    {
        (await _world.Get<ListPendingUpdates>().ExecuteAsync(_session)).Value.ShouldBeEmpty();
        var eventId = (await _world.SubmitAsync(_session, Of(("postalCode", "20100")).WithPaper())).Value;
        var waiting = (await _world.Get<ListPendingUpdates>().ExecuteAsync(_session)).Value.ShouldHaveSingleItem();
        (waiting.EventId, waiting.MayDiscard).ShouldBe((eventId, true));
        waiting.Fields.ShouldBe(["postalCode"]);

        (await _world.Get<DiscardUpdate>().ExecuteAsync(_session, new DiscardUpdateOrder(Guid.NewGuid()) { Of = EventId.New() })).Problem.ShouldBe(CommonProblems.NotFound);
        (await _world.Get<DiscardUpdate>().ExecuteAsync(_session, new DiscardUpdateOrder(Guid.NewGuid()) { Of = eventId })).IsSuccess.ShouldBeTrue();
        (await _world.Get<ListPendingUpdates>().ExecuteAsync(_session)).Value.ShouldBeEmpty();
    }
}
