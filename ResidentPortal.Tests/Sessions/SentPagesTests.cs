using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Sessions;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Sessions;

/// <summary>What waits in memory between a page and its circuit.</summary>
public sealed class SentPagesTests : IDisposable
{
    private static readonly Guid Session = Guid.NewGuid();

    private readonly FakeTimeProvider _clock = new();
    private readonly SentPages _pages;

    public SentPagesTests() => _pages = new SentPages(_clock);

    [Fact]
    public void What_a_page_was_drawn_from_is_taken_once()
    {
        var id = _pages.Keep(Session, "shown");
        _pages.Take<string>(id, Session).ShouldBe("shown");
        _pages.Take<string>(id, Session).ShouldBeNull();
        _pages.Count.ShouldBe(0);
    }

    [Fact]
    public void Another_sign_in_finds_nothing_and_takes_nothing_away()
    {
        var id = _pages.Keep(Session, "shown");
        _pages.Take<string>(id, Guid.NewGuid()).ShouldBeNull();
        _pages.Take<string>(id, Session).ShouldBe("shown");
    }

    [Fact]
    public async Task After_a_minute_nothing_is_left_of_it_though_nobody_asks()
    {
        _pages.Keep(Session, "shown");
        _clock.Advance(SentPages.Life - TimeSpan.FromSeconds(1));
        _pages.Count.ShouldBe(1);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Eventually.TrueAsync(() => Task.FromResult(_pages.Count == 0), TimeSpan.FromSeconds(30), "It was still there.");
    }

    [Fact]
    public void However_many_come_no_more_wait_than_may()
    {
        for (var i = 0; i < SentPages.Most * 3; i++)
        {
            _pages.Keep(Session, "shown");
        }

        _pages.Count.ShouldBeLessThanOrEqualTo(SentPages.Most);
    }

    public void Dispose() => _pages.Dispose();
}
