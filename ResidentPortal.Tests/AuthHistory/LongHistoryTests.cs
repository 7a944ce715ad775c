using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.AuthHistory;

/// <summary>R-38: a history of thousands of uses.</summary>
public sealed class LongHistoryTests : IAsyncLifetime
{
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        _world.ForgetUses();
        _world.Platform.HistoryPages.Clear();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task R_38_Of_five_thousand_uses_the_right_page_and_the_right_count_are_told()
    {
        _world.UseOften(5_000);
        var first = await _world.HistoryAsync(_session);
        (first.Found, first.Pages, first.Uses.Count, first.IsCut).ShouldBe((5_000, 250, 20, false));
        var fourth = await _world.HistoryAsync(_session, page: 4);
        fourth.Uses[0].At.ShouldBe(_world.Clock.GetUtcNow().AddHours(-61));
        var refused = await _world.HistoryAsync(_session, HistorySteps.All with { Outcome = UseOutcome.Refused, Way = UseWays.Fingerprint }, page: 63);
        (refused.Found, refused.Page, refused.Uses.Count).ShouldBe((1_250, 63, 10));
        first.Organisations.Count.ShouldBe(10);
    }

    [Fact]
    public async Task R_38_Whatever_is_asked_for_each_page_of_the_platform_is_read_once()
    {
        _world.UseOften(5_000);
        foreach (var outcome in new UseOutcome?[] { null, UseOutcome.Refused, UseOutcome.Unusual })
        {
            _world.Platform.HistoryPages.Clear();
            await _world.HistoryAsync(_session, HistorySteps.All with { Outcome = outcome, Days = 90 }, page: 2);
            _world.Platform.HistoryPages.ShouldBe(Enumerable.Range(1, 11));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    public void R_38_No_more_is_held_of_a_hundred_thousand_than_of_a_thousand(int page)
    {
        foreach (var mostLate in new[] { 0, UseMarking.MostFirsts })
        {
            Held(page, 1_000, mostLate).ShouldBeLessThanOrEqualTo(20 + mostLate + 2);
            Held(page, 100_000, mostLate).ShouldBeLessThanOrEqualTo(20 + mostLate + 2);
        }
    }

    [Fact]
    public async Task A_use_that_comes_in_front_while_we_read_puts_none_on_two_pages()
    {
        _world.UseOften(1_200);
        _world.Platform.BeforeHistoryPage = page =>
        {
            if (page == 2)
            {
                _world.Use(_world.Clock.GetUtcNow(), "Newcomer");
            }
        };
        var shown = await _world.HistoryAsync(_session);
        shown.Found.ShouldBe(1_200);
    }

    [Fact]
    public async Task A_page_behind_the_last_is_the_first()
    {
        _world.UseOften(30);
        (await _world.HistoryAsync(_session, page: 2)).Uses.Count.ShouldBe(10);
        var behind = await _world.HistoryAsync(_session, page: 900);
        (behind.Page, behind.Uses.Count).ShouldBe((1, 20));
    }

    [Fact]
    public async Task What_there_is_not_is_as_if_it_was_not_asked_for()
    {
        _world.UseOften(30);
        (await _world.HistoryAsync(_session, HistorySteps.All with { Organisation = "nobody", Number = "1.none" })).Found.ShouldBe(30);
    }

    [Fact]
    public async Task A_file_holds_five_thousand_and_tells_how_many_there_are()
    {
        _world.UseOften(5_010);
        var file = (await _world.Get<CollectAuthHistory>().ExecuteAsync(_session, HistorySteps.All)).Value;
        (file.Uses.Count, file.Found).ShouldBe((5_000, 5_010));
    }

    private static int Held(int page, int uses, int mostLate)
    {
        var window = new UseWindow((page - 1) * 20, 20, mostLate);
        var use = new IdentityUse { TransactionId = "1", At = DateTimeOffset.UnixEpoch, Ways = UseWays.Face, IsAccepted = true, NumberKind = UsedNumberKind.Uin };
        for (var i = 0; i < uses; i++)
        {
            window.Take(new SeenUse(use, i, isStopped: false, isWanted: true));
        }

        return window.Held;
    }
}
