using ResidentPortal.Core.History;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.History;

/// <summary>The four statuses of events: what a list says is what it can be filtered by.</summary>
public sealed class EventStatusTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Every_kind_in_every_state_is_found_by_its_status_and_by_no_other()
    {
        var states = Enum.GetValues<ActState>().Except([ActState.Draft, ActState.Asked]).ToList();
        foreach (var (kind, state) in Enum.GetValues<ActKind>().SelectMany(kind => states.Select(state => (kind, state))).Where(pair => pair.state is not ActState.Accepted || pair.kind is not (ActKind.OrderCard or ActKind.UpdateIdentity)))
        {
            await _world.AddActsAsync(_session, 1, kind, state);
        }

        var part = new RequestPart(1, RequestPart.Largest);
        var cancellation = TestContext.Current.CancellationToken;
        var all = (await _world.Get<ListRequests>().ExecuteAsync(_session, new RequestFilter(), part, cancellation)).Value;
        foreach (var status in Enum.GetValues<EventStatus>())
        {
            var found = (await _world.Get<ListRequests>().ExecuteAsync(_session, new RequestFilter { Statuses = [status] }, part, cancellation)).Value;
            found.Requests.Select(one => one.EventId).ShouldBe(all.Requests.Where(one => one.Kind.Status(one.State) == status).Select(one => one.EventId), ignoreOrder: true);
            found.Total.ShouldBeGreaterThan(0);
        }
    }

    [Theory]
    [InlineData(ActKind.GenerateVid, ActState.Confirmed, EventStatus.Success)]
    [InlineData(ActKind.WithdrawShare, ActState.Confirmed, EventStatus.Canceled)]
    [InlineData(ActKind.DiscardUpdate, ActState.Confirmed, EventStatus.Canceled)]
    [InlineData(ActKind.OrderCard, ActState.Accepted, EventStatus.InProgress)]
    [InlineData(ActKind.OrderCard, ActState.Unknown, EventStatus.InProgress)]
    [InlineData(ActKind.OrderCard, ActState.Refused, EventStatus.Failed)]
    [InlineData(ActKind.UpdateIdentity, ActState.Cancelled, EventStatus.Canceled)]
    public void A_status_says_how_an_act_of_its_kind_stands(ActKind kind, ActState state, EventStatus status) => kind.Status(state).ShouldBe(status);
}
