using System.Globalization;
using System.Text.Json;
using ResidentPortal.Core.Centres;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>Centres, days and holidays out of master data's answers, whose shapes differ from call to call.</summary>
internal static class CentreReading
{
    private const int SundayCode = 101;

    private static readonly string[] AddressLines = ["addressLine1", "addressLine2", "addressLine3"];
    private static readonly string[] WorkingFlags = ["isWorking", "working", "isGlobalWorking", "globalWorking"];

    /// <summary>The active centres of a list; those without id or name are left out.</summary>
    public static IEnumerable<Centre> Centres(IEnumerable<JsonElement> items) => items
        .Where(item => item.Flag("isActive") is not false && Named(item, "id") is not null && Named(item, "name") is not null)
        .Select(item => new Centre
        {
            Id = Named(item, "id")!,
            Name = Named(item, "name")!,
            Address = [.. AddressLines.Select(line => Named(item, line)).OfType<string>()],
            Phone = Named(item, "contactPhone"),
            Point = Degrees(item, "latitude", 90) is { } latitude && Degrees(item, "longitude", 180) is { } longitude ? new GeoPoint(latitude, longitude) : null,
            Hours = Clock(item, "centerStartTime") is { } opens && Clock(item, "centerEndTime") is { } closes && opens < closes ? new OpeningHours(opens, closes, Lunch(item)) : null,
        });

    /// <summary>The days of <c>/workingdays</c>, which lists no others; null where none can be told.</summary>
    public static IReadOnlySet<DayOfWeek>? WorkingDays(JsonElement response) => Days(response.Items("workingdays") ?? [], day => day.Text("code"), _ => true);

    /// <summary>The days of <c>/weekdays</c> that are working days; null where that cannot be told.</summary>
    public static IReadOnlySet<DayOfWeek>? WeekDays(JsonElement response) => response.Items("weekdays") is { } days && days.Any(day => WorkingFlags.Any(flag => day.Flag(flag) is not null))
        ? Days(days, day => day.Text("dayCode") ?? day.Text("code"), day => WorkingFlags.Select(flag => day.Flag(flag)).FirstOrDefault(flag => flag is not null) is true)
        : null;

    /// <summary>The holidays of a year.</summary>
    public static IEnumerable<Holiday> Holidays(JsonElement response) => (response.Items("holidays") ?? [])
        .Where(holiday => holiday.Flag("isActive") is not false && Date(holiday) is not null)
        .Select(holiday => new Holiday(Date(holiday)!.Value, Named(holiday, "holidayName") ?? string.Empty));

    // The codes run from 101, Sunday, to 107; the names are words of a language.
    private static HashSet<DayOfWeek>? Days(IEnumerable<JsonElement> items, Func<JsonElement, string?> codeOf, Func<JsonElement, bool> isWorking)
    {
        var days = items.Where(isWorking)
            .Select(item => int.TryParse(codeOf(item), NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? code - SundayCode : -1)
            .Where(day => day is >= 0 and < 7)
            .Select(day => (DayOfWeek)day).ToHashSet();
        return days.Count > 0 ? days : null;
    }

    private static Pause? Lunch(JsonElement item) =>
        Clock(item, "lunchStartTime") is { } from && Clock(item, "lunchEndTime") is { } to && from < to ? new Pause(from, to) : null;

    private static string? Named(JsonElement item, string name) => item.Text(name)?.Trim() is { Length: > 0 } text ? text : null;

    private static double? Degrees(JsonElement item, string name, double most) =>
        double.TryParse(item.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;

    private static TimeOnly? Clock(JsonElement item, string name) => TimeOnly.TryParse(item.Text(name), CultureInfo.InvariantCulture, out var time) ? time : null;

    private static DateOnly? Date(JsonElement holiday) =>
        DateOnly.TryParseExact(holiday.Text("holidayDate"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
