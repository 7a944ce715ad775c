using System.Globalization;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Texts;

/// <summary>Clock times and days as people read them, in the portal's time zone and the reader's language.</summary>
public sealed class Moments(IOptions<PortalOptions> options, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone = options.Value.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : clock.LocalTimeZone;

    /// <summary>The zone of the country.</summary>
    public TimeZoneInfo Zone => _zone;

    /// <summary>Now, by the clocks on the walls of the country.</summary>
    public DateTime Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone).DateTime;

    /// <summary>The clock time, <c>10:42</c>; with the day before it where it is not today.</summary>
    public string Time(DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, _zone);
        var time = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        return local.Date == TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone).Date ? time : $"{Day(moment)}, {time}";
    }

    /// <summary>The clock time alone, where the day is told elsewhere.</summary>
    public string ClockTime(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The day with the name of its month, <c>3 March 2026</c>.</summary>
    public string Day(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).ToString("d MMMM yyyy", CultureInfo.CurrentCulture);

    /// <summary>The day and the clock time.</summary>
    public string DayAndTime(DateTimeOffset moment) => $"{Day(moment)}, {TimeZoneInfo.ConvertTime(moment, _zone).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>The clock time to the second, for waits of less than a minute.</summary>
    public string TimeWithSeconds(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The moment a day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, _zone.GetUtcOffset(midnight));
    }

    /// <summary>The next evening hour given, from now.</summary>
    public DateTimeOffset Tonight(TimeOnly at)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), _zone);
        var tonight = new DateTimeOffset(now.Date + at.ToTimeSpan(), now.Offset);
        return tonight > now.AddMinutes(1) ? tonight : tonight.AddDays(1);
    }
}
