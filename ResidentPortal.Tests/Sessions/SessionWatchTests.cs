using Microsoft.Extensions.Logging.Abstractions;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Sessions;

public sealed class SessionWatchTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private SessionWatch _watch = default!;

    public ValueTask InitializeAsync()
    {
        _watch = new SessionWatch(_world.Get<FindEndedSessions>(), _world.Clock, NullLogger<SessionWatch>.Instance);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        await _world.DisposeAsync();
    }

    [Fact]
    public async Task S_20_Signing_out_ends_every_open_page_of_that_sign_in_at_the_second_look_and_no_other()
    {
        var (mine, other) = (await _world.SignInAsync(), await _world.SignInAsync("4195891024", browser: "other"));
        var (first, second, third) = (Watched(mine), Watched(mine), Watched(other));
        await _watch.LookAsync(CancellationToken.None);
        first.Concat(second).Concat(third).ShouldBeEmpty();

        await _world.Get<SignOut>().ExecuteAsync(mine.SessionId);
        await _watch.LookAsync(CancellationToken.None);
        first.ShouldBeEmpty();
        await _watch.LookAsync(CancellationToken.None);
        first.ShouldBe([SessionProblems.SignedOut]);
        second.ShouldBe([SessionProblems.SignedOut]);
        third.ShouldBeEmpty();
    }

    [Fact]
    public async Task S_19_A_page_that_is_left_open_ends_with_the_idle_time()
    {
        var told = Watched(await _world.SignInAsync());
        _world.Clock.Advance(TimeSpan.FromMinutes(15));
        await _watch.LookAsync(CancellationToken.None);
        await _watch.LookAsync(CancellationToken.None);
        told.ShouldHaveSingleItem().Key.ShouldBe(SessionProblems.Away.Key);
    }

    [Fact]
    public async Task A_page_is_told_once()
    {
        var ticket = await _world.SignInAsync();
        var told = Watched(ticket);
        await _world.Get<SignOut>().ExecuteAsync(ticket.SessionId);
        await _watch.LookAsync(CancellationToken.None);
        await _watch.LookAsync(CancellationToken.None);
        await _watch.LookAsync(CancellationToken.None);
        told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task S_22_The_watch_knows_how_many_pages_a_sign_in_has_open()
    {
        var ticket = await _world.SignInAsync();
        for (var i = 0; i < SessionCircuit.MostCircuits; i++)
        {
            Watched(ticket);
        }

        _watch.Count(ticket.SessionId).ShouldBe(5);
    }

    private List<Problem> Watched(SessionTicket ticket)
    {
        var told = new List<Problem>();
        _watch.Add(
            new CircuitSession
            {
                Ended = problem =>
                {
                    told.Add(problem);
                    return Task.CompletedTask;
                },
            },
            ticket.SessionId);
        return told;
    }
}
