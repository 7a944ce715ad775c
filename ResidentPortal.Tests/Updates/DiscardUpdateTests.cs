using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Updates;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.World.ResidentSteps;

namespace ResidentPortal.Tests.Updates;

public sealed class DiscardUpdateTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        await _world.PreparePostalCodeAsync(_session);
        await _world.SendUpdateAsync(_session);
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_waiting_update_is_discarded_and_its_answers_can_be_opened_again()
    {
        var sent = (await _world.UpdateAsync(_session)).Pending[0].EventId!;
        var eventId = (await _world.Get<DiscardUpdate>().ExecuteAsync(_session, new DiscardUpdateOrder(Guid.NewGuid()))).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Confirmed);
        var update = await _world.ReceiptAsync(_session, sent);
        update.State.ShouldBe(ActState.Cancelled);
        update.Kind.StatusCode(update.State).ShouldBe("CANCELED");
        var overview = await _world.UpdateAsync(_session);
        overview.Pending.ShouldBeEmpty();
        overview.Returned.ShouldBe(sent);
        (await _world.Get<ReopenUpdate>().ExecuteAsync(_session, HomePhone, sent.Value)).IsSuccess.ShouldBeTrue();
        (await _world.UpdateAsync(_session)).Draft!.IsReady.ShouldBeTrue();
    }

    [Fact]
    public async Task S_11_It_takes_a_fresh_code()
    {
        await using var world = new CoreWorld(("Sessions:FreshMinutes", "1"));
        var session = (await world.SignInAsync()).SessionId;
        await world.PreparePostalCodeAsync(session);
        await world.SendUpdateAsync(session);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        (await world.Get<DiscardUpdate>().ExecuteAsync(session, new DiscardUpdateOrder(Guid.NewGuid()))).Problem!.Key.ShouldBe(CommonProblems.FreshCodeNeeded.Key);
        world.Platform.CountOf(FakeMosip.DiscardUpdate).ShouldBe(0);
    }

    [Fact]
    public async Task R_21_Twenty_presses_at_once_discard_once()
    {
        var order = new DiscardUpdateOrder(Guid.NewGuid());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _world.Get<DiscardUpdate>().ExecuteAsync(_session, order))));
        outcomes.Select(outcome => outcome.Value).Distinct().ShouldHaveSingleItem();
        _world.Platform.CountOf(FakeMosip.DiscardUpdate).ShouldBe(1);
    }

    [Fact]
    public async Task R_09_Silence_is_unknown_until_the_record_is_looked_at()
    {
        _world.Platform.Next(FakeMosip.DiscardUpdate, CommonProblems.OutcomeUnknown, takesEffect: true);
        var eventId = (await _world.Get<DiscardUpdate>().ExecuteAsync(_session, new DiscardUpdateOrder(Guid.NewGuid()))).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Unknown);
        _world.Clock.Advance(TimeSpan.FromSeconds(6));
        await _world.Get<LookAgainAtActs>().ExecuteAsync();
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Confirmed);
        _world.Platform.CountOf(FakeMosip.DiscardUpdate).ShouldBe(1);
    }

    [Fact]
    public async Task A_platform_that_does_not_let_residents_is_told_plainly()
    {
        _world.Platform.Next(FakeMosip.DiscardUpdate, CommonProblems.Refused);
        var eventId = (await _world.Get<DiscardUpdate>().ExecuteAsync(_session, new DiscardUpdateOrder(Guid.NewGuid()))).Value;
        (await _world.ReceiptAsync(_session, eventId)).State.ShouldBe(ActState.Refused);
        (await _world.UpdateAsync(_session)).Pending.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Who_has_none_waiting_has_nothing_to_discard()
    {
        var other = (await _world.SignInAsync("4195891024", browser: "other")).SessionId;
        (await _world.Get<DiscardUpdate>().ExecuteAsync(other, new DiscardUpdateOrder(Guid.NewGuid()))).Problem.ShouldBe(CommonProblems.NotFound);
    }
}
