using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;
using static ResidentPortal.Tests.Recovery.RecoverySteps;

namespace ResidentPortal.Tests.Recovery;

/// <summary>A search that cannot be made at once: the platform is down, or the worker died in the middle.</summary>
public sealed class LateLostNumberTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Theory]
    [InlineData(FakeMosip.SearchLost)]
    [InlineData(FakeMosip.FindLostPerson)]
    public async Task R_10_A_platform_that_is_down_is_asked_later_and_the_number_comes_then(string operation)
    {
        await _world.TakeAsync();
        _world.Platform.Next(operation, CommonProblems.ServiceUnavailable);
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldBeEmpty();
        _world.Clock.Advance(TimeSpan.FromSeconds(59));
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldBeEmpty();
        _world.Clock.Advance(TimeSpan.FromSeconds(2));
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("/lost-number/link/");
    }

    [Fact]
    public async Task R_10_After_a_day_without_the_platform_the_visitor_is_told_that_nothing_was_found()
    {
        await _world.TakeAsync();
        _world.Platform.Next(FakeMosip.SearchLost, RecoveryProblems.NotAllowed, times: 20);
        for (var i = 0; i < 30; i++)
        {
            await _world.SearchAsync();
            _world.Clock.Advance(TimeSpan.FromHours(1));
        }

        _world.Platform.CountOf(FakeMosip.SearchLost).ShouldBe(8);
        _world.MessagesTo(Phone).ShouldHaveSingleItem().ShouldContain("We could not find one");
    }

    [Fact]
    public async Task R_20_A_search_that_a_dead_worker_had_taken_is_done_when_its_lease_is_over_and_once()
    {
        await _world.TakeAsync();
        await using (var db = _world.OpenDatabase())
        {
            var lease = _world.Clock.GetUtcNow().AddMinutes(2);
            await db.LostNumbers.ExecuteUpdateAsync(update => update.SetProperty(row => row.State, LostNumberState.Searching).SetProperty(row => row.NextTryAt, lease).SetProperty(row => row.Tries, 1));
        }

        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldBeEmpty();
        _world.Clock.Advance(TimeSpan.FromMinutes(2));
        await Task.WhenAll(_world.SearchAsync(), _world.SearchAsync());
        await _world.SearchAsync();
        _world.MessagesTo(Phone).ShouldHaveSingleItem();
    }
}
