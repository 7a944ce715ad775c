using ResidentPortal.Core.Centres;
using Shouldly;
using Xunit;

namespace ResidentPortal.Tests.Centres;

/// <summary>Whether a centre is open, on its own clock. 24 November 2026 is a Tuesday.</summary>
public sealed class OpeningHoursTests
{
    private static readonly OpeningHours Hours = new(new TimeOnly(9, 0), new TimeOnly(17, 0), new Pause(new TimeOnly(13, 0), new TimeOnly(14, 0)));
    private static readonly HashSet<DayOfWeek> Week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    [Theory]
    [InlineData("2026-11-24 09:00", OpeningState.Open, "2026-11-24 13:00")]
    [InlineData("2026-11-24 12:59", OpeningState.Open, "2026-11-24 13:00")]
    [InlineData("2026-11-24 13:00", OpeningState.AtLunch, "2026-11-24 14:00")]
    [InlineData("2026-11-24 14:00", OpeningState.Open, "2026-11-24 17:00")]
    [InlineData("2026-11-24 17:00", OpeningState.Closed, "2026-11-25 09:00")]
    [InlineData("2026-11-24 08:59", OpeningState.Closed, "2026-11-24 09:00")]
    [InlineData("2026-11-27 18:00", OpeningState.Closed, "2026-11-30 09:00")]
    [InlineData("2026-11-28 10:00", OpeningState.Closed, "2026-11-30 09:00")]
    public void A_centre_is_open_in_its_hours_on_its_days_and_tells_when_that_changes(string now, OpeningState state, string changes) =>
        Hours.At(Time(now), new OpeningDays(Week, [])).ShouldBe(new Opening(state, Time(changes)));

    [Fact]
    public void A_holiday_is_passed_over()
    {
        OpeningDays days = new(Week, [new Holiday(new DateOnly(2026, 11, 24), "Today"), new Holiday(new DateOnly(2026, 11, 25), "Tomorrow")]);

        Hours.At(Time("2026-11-24 10:00"), days).ShouldBe(new Opening(OpeningState.Closed, Time("2026-11-26 09:00")));
    }

    [Fact]
    public void Without_a_pause_it_is_open_until_it_closes() =>
        (Hours with { Lunch = null }).At(Time("2026-11-24 13:30"), new OpeningDays(Week, [])).ShouldBe(new Opening(OpeningState.Open, Time("2026-11-24 17:00")));

    [Fact]
    public void A_centre_that_does_not_open_within_two_weeks_says_no_day()
    {
        OpeningDays days = new(new HashSet<DayOfWeek> { DayOfWeek.Monday }, [new Holiday(new DateOnly(2026, 11, 30), "A"), new Holiday(new DateOnly(2026, 12, 7), "B")]);

        Hours.At(Time("2026-11-24 10:00"), days).ShouldBe(new Opening(OpeningState.Closed, Changes: null));
    }

    [Fact]
    public void Nobody_guesses_where_the_days_are_not_known() => Hours.At(Time("2026-11-24 10:00"), new OpeningDays(Working: null, [])).ShouldBeNull();

    private static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
