using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Tests.World;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.AuthHistory;

/// <summary>What is unusual about a use; by day, in the country's zone, unless the test is about the night.</summary>
public sealed class UnusualUseTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Day = new(2026, 11, 10, 9, 0, 0, TimeSpan.Zero);
    private readonly CoreWorld _world = new();
    private Guid _session;

    public async ValueTask InitializeAsync()
    {
        _session = (await _world.SignInAsync()).SessionId;
        _world.ForgetUses();
    }

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task The_first_use_by_an_organisation_is_marked_and_no_later_one()
    {
        _world.Use(Day, "Acme Bank");
        _world.Use(Day.AddDays(1), "Acme Bank");
        _world.Use(Day.AddDays(2), "Harbour Clinic");
        (await MarksAsync()).ShouldBe([UnusualMarks.NewOrganisation, UnusualMarks.None, UnusualMarks.NewOrganisation | UnusualMarks.NewWay]);
    }

    [Fact]
    public async Task The_first_use_of_a_way_is_marked()
    {
        _world.Use(Day, "Acme Bank");
        _world.Use(Day.AddDays(1), "Acme Bank", "FINGERPRINT-AUTH,FACE-AUTH");
        (await MarksAsync()).ShouldBe([UnusualMarks.NewWay, UnusualMarks.NewOrganisation | UnusualMarks.NewWay]);
    }

    [Theory]
    [InlineData(18, 59, false)]
    [InlineData(19, 0, true)]
    [InlineData(23, 10, true)]
    [InlineData(1, 59, true)]
    [InlineData(2, 0, false)]
    public async Task Night_is_from_22_to_5_by_the_clocks_of_the_country(int hour, int minute, bool isNight)
    {
        _world.Use(new DateTimeOffset(2026, 11, 10, hour, minute, 0, TimeSpan.Zero));
        (await MarksAsync())[0].HasFlag(UnusualMarks.Night).ShouldBe(isNight);
    }

    [Fact]
    public async Task Three_that_were_refused_within_an_hour_are_marked_with_what_came_between()
    {
        _world.Use(Day, accepted: false);
        _world.Use(Day.AddMinutes(61), accepted: false);
        _world.Use(Day.AddMinutes(90));
        _world.Use(Day.AddMinutes(100), accepted: false);
        _world.Use(Day.AddMinutes(121), accepted: false);
        (await MarksAsync()).Select(marks => marks.HasFlag(UnusualMarks.ManyRefused)).ShouldBe([true, true, false, true, false]);
    }

    [Fact]
    public async Task What_the_portal_did_itself_is_neither_new_nor_at_night()
    {
        _world.Clock.Advance(TimeSpan.FromHours(11));
        _session = (await _world.SignInAsync(browser: "at night")).SessionId;
        (await MarksAsync()).ShouldBe([UnusualMarks.None, UnusualMarks.None]);
    }

    [Fact]
    public async Task Only_what_is_unusual_is_found_in_its_order_over_pages_whatever_it_was_that_told()
    {
        // 100 at noon by one organisation, every tenth at night, and between them three that are the first of their organisation.
        for (var i = 0; i < 100; i++)
        {
            _world.Use(Day.AddDays(-i).AddHours(i % 10 == 5 ? 12 : 0), "Acme Bank");
            _world.Use(Day.AddDays(-i).AddHours(1), "Acme Bank");
        }

        foreach (var (days, name) in new[] { (-3, "A"), (-48, "B"), (-97, "C") })
        {
            _world.Use(Day.AddDays(days).AddHours(2), name);
        }

        for (var i = 0; i < 14; i++)
        {
            _world.Use(Day.AddDays(-200).AddMinutes(5 * i), "Acme Bank", accepted: false);
        }

        var filter = HistorySteps.All with { Outcome = UseOutcome.Unusual };
        var first = await _world.HistoryAsync(_session, filter);
        var second = await _world.HistoryAsync(_session, filter, page: 2);
        (first.Found, first.Pages, second.Found, second.Uses.Count).ShouldBe((27, 2, 27, 7));
        List<ShownUse> all = [.. first.Uses, .. second.Uses];
        all.ShouldBeInOrder(SortDirection.Descending, Comparer<ShownUse>.Create((left, right) => left.At.CompareTo(right.At)));
        all.ShouldAllBe(use => use.Marks != UnusualMarks.None);
        all.Select(use => use.Key).Distinct().Count().ShouldBe(27);
        all.Count(use => use.Marks.HasFlag(UnusualMarks.ManyRefused)).ShouldBe(14);
    }

    [Fact]
    public async Task Where_the_history_goes_on_nobody_is_called_new()
    {
        await using var world = new CoreWorld(("AuthHistory:MostRows", "500"));
        var session = (await world.SignInAsync()).SessionId;
        world.ForgetUses();
        world.UseOften(501);
        var shown = await world.HistoryAsync(session, HistorySteps.All, page: 25);
        (shown.Found, shown.IsCut).ShouldBe((500, true));
        shown.Uses.ShouldAllBe(use => !use.Marks.HasFlag(UnusualMarks.NewOrganisation));
    }

    private async Task<IReadOnlyList<UnusualMarks>> MarksAsync() => [.. (await _world.HistoryAsync(_session)).Uses.Select(use => use.Marks)];
}
