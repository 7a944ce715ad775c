using ResidentPortal.Core.History;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.History;

/// <summary>Pins: before the others, few, and taken away again.</summary>
public sealed class PinRequestTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync() => _session = (await _world.SignInAsync()).SessionId;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_pinned_request_stands_before_newer_ones_until_its_pin_is_taken_away()
    {
        var ids = await _world.AddActsAsync(_session, 30);
        (await _world.PinAsync(_session, ids[0])).IsSuccess.ShouldBeTrue();
        var list = await _world.RequestsAsync(_session);
        (list.Requests[0].EventId.Value, list.Requests[0].IsPinned, list.Total).ShouldBe((ids[0], true, 30));
        (await _world.PinAsync(_session, ids[0], isPinned: false)).IsSuccess.ShouldBeTrue();
        list = await _world.RequestsAsync(_session);
        (list.Requests[0].EventId.Value, list.Requests.Any(request => request.IsPinned)).ShouldBe((ids[^1], false));
    }

    [Fact]
    public async Task A_second_press_changes_nothing()
    {
        var ids = await _world.AddActsAsync(_session, 1);
        await _world.PinAsync(_session, ids[0]);
        var at = await PinnedAtAsync();
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        (await _world.PinAsync(_session, ids[0])).IsSuccess.ShouldBeTrue();
        (await PinnedAtAsync()).ShouldBe(at);
    }

    [Fact]
    public async Task Twenty_are_pinned_and_the_next_one_is_refused_however_many_presses_come_at_once()
    {
        var ids = await _world.AddActsAsync(_session, 25);
        var pinned = await Task.WhenAll(ids.Select(id => Task.Run(() => _world.PinAsync(_session, id))));
        pinned.Count(one => one.IsSuccess).ShouldBe(20);
        var refused = pinned.First(one => !one.IsSuccess).Problem!;
        (refused.Key, refused.Facts["most"]).ShouldBe((HistoryProblems.TooManyPinned.Key, 20));
        (await _world.RequestsAsync(_session)).Requests.Count(request => request.IsPinned).ShouldBe(20);
    }

    [Fact]
    public async Task What_waits_for_a_code_cannot_be_pinned_and_neither_can_what_is_not_there()
    {
        var draft = (await _world.AddActsAsync(_session, 1, state: ActState.Draft))[0];
        foreach (var id in new[] { draft, "7999015725756916", "pin me", string.Empty })
        {
            (await _world.PinAsync(_session, id)).Problem.ShouldBe(CommonProblems.NotFound);
        }
    }

    private async Task<DateTimeOffset?> PinnedAtAsync()
    {
        await using var db = _world.OpenDatabase();
        return db.ServiceRequests.Single().PinnedAt;
    }
}
