using System.Globalization;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Api.History;

/// <summary>What a program says of its reader: the headers <c>time-zone-offset</c> (minutes, UTC less local, as JavaScript counts) and <c>locale</c>.</summary>
internal sealed record ReaderMoment
{
    private const string OffsetHeader = "time-zone-offset";
    private const string LocaleHeader = "locale";
    private const int DayInMinutes = 1440;

    private ReaderMoment(int offset, CultureInfo culture) => (Offset, Culture) = (offset, culture);

    /// <summary>Minutes from local time to UTC.</summary>
    private int Offset { get; }

    private CultureInfo Culture { get; }

    /// <summary>A reader of whom nothing is said.</summary>
    public static ReaderMoment Usual { get; } = new(0, CultureInfo.GetCultureInfo("en-US"));

    /// <summary>The reader of a call; null where the offset is no number of minutes within a day.</summary>
    public static ReaderMoment? Of(ApiCall call)
    {
        var (offset, locale) = (call.Http.Request.Headers[OffsetHeader].ToString(), call.Http.Request.Headers[LocaleHeader].ToString());
        var minutes = 0;
        return offset.Length == 0 || (int.TryParse(offset, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out minutes) && Math.Abs(minutes) <= DayInMinutes)
            ? new ReaderMoment(minutes, CultureOf(locale))
            : null;
    }

    /// <summary>The moment a day begins where the reader is.</summary>
    public DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).AddMinutes(Offset);

    /// <summary>A moment as the reader reads it, in the middle length of their language.</summary>
    public string Say(DateTimeOffset moment) => moment.UtcDateTime.AddMinutes(-Offset).ToString(Culture.TwoLetterISOLanguageName is "en" ? "MMM d, yyyy, h:mm:ss tt" : $"d MMM yyyy, {Culture.DateTimeFormat.LongTimePattern}", Culture);

    // Only the languages of the portal: a culture for every name that somebody sends would be kept for good.
    private static CultureInfo CultureOf(string locale) => Language.Find(locale.Split('-', '_')[0])?.Culture ?? CultureInfo.GetCultureInfo("en-US");
}
