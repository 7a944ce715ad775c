using System.Globalization;
using Microsoft.Extensions.Localization;
using ResidentPortal.Core.Centres;

namespace ResidentPortal.Texts;

/// <summary>Hours, days and distances of registration centres in words.</summary>
internal static class CentreWords
{
    private const int Kilometre = 1000;
    private const int FarAway = 10 * Kilometre;

    /// <summary>Whether a centre is open now, until when, or when it opens; null where nobody knows.</summary>
    public static string? OpenNow(this IStringLocalizer words, Moments moments, CentreFacts facts)
    {
        var now = moments.Now;
        return facts.Centre.Hours?.At(now, facts.Days) switch
        {
            null => null,
            { State: OpeningState.Open, Changes: { } until } => words.Say("Centres.Open", ("time", Clock(until))),
            { State: OpeningState.AtLunch, Changes: { } until } => words.Say("Centres.Lunch.Now", ("time", Clock(until))),
            { Changes: { } opens } when opens.Date == now.Date => words.Say("Centres.Opens.Today", ("time", Clock(opens))),
            { Changes: { } opens } => words.Say("Centres.Opens", ("day", LongDay(opens)), ("time", Clock(opens))),
            _ => words["Centres.Closed"],
        };
    }

    /// <summary>The hours of a working day with the pause; null where nobody knows.</summary>
    public static string? Hours(this IStringLocalizer words, Centre centre) => centre.Hours is not { } hours ? null
        : hours.Lunch is { } lunch ? words.Say("Centres.HoursLunch", ("from", Clock(hours.Opens)), ("to", Clock(hours.Closes)), ("lunch", Clock(lunch.From)), ("after", Clock(lunch.To)))
        : words.Say("Centres.Hours", ("from", Clock(hours.Opens)), ("to", Clock(hours.Closes)));

    /// <summary>The days it works, in the order of the reader's week; null where nobody knows.</summary>
    public static string? WorkingDays(OpeningDays days)
    {
        var format = CultureInfo.CurrentCulture.DateTimeFormat;
        return days.Working is { } working
            ? List(Enumerable.Range(0, 7).Select(i => (DayOfWeek)(((int)format.FirstDayOfWeek + i) % 7)).Where(working.Contains).Select(day => format.DayNames[(int)day]))
            : null;
    }

    /// <summary>Its address in a line; null where it has none.</summary>
    public static string? AddressLine(Centre centre) => centre.Address.Count > 0 ? List(centre.Address) : null;

    /// <summary>How far a centre is away.</summary>
    public static string Distance(this IStringLocalizer words, double metres) => metres < Kilometre
        ? words.Say("Centres.Metres", ("number", (Math.Round(metres / 50) * 50).ToString("0", CultureInfo.CurrentCulture)))
        : words.Say("Centres.Kilometres", ("number", (metres / Kilometre).ToString(metres < FarAway ? "0.0" : "0", CultureInfo.CurrentCulture)));

    /// <summary>A day with the name of its weekday.</summary>
    public static string LongDay(DateTime day) => day.ToString("dddd d MMMM", CultureInfo.CurrentCulture);

    private static string List(IEnumerable<string> parts) => string.Join(CultureInfo.CurrentCulture.TextInfo.IsRightToLeft ? "، " : ", ", parts);

    private static string Clock(DateTime time) => Clock(TimeOnly.FromDateTime(time));

    private static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
