using System.Globalization;
using System.Text;

namespace ResidentPortal.Core.Profile;

/// <summary>Writes a date of the record in a format of the specification, whose letters are those of MOSIP's files: <c>DD/MMM/YYYY</c>, <c>YYYY</c>.</summary>
public static class DateFormat
{
    private static readonly string[] Recorded = ["yyyy/M/d", "yyyy-M-d"];

    /// <summary>The date in the format; what is no whole date stays as it is.</summary>
    public static string Write(string recorded, string format)
    {
        if (!DateOnly.TryParseExact(recorded, Recorded, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return recorded;
        }

        var written = new StringBuilder();
        for (var at = 0; at < format.Length;)
        {
            var letter = char.ToUpperInvariant(format[at]);
            var run = format.Skip(at).TakeWhile(one => char.ToUpperInvariant(one) == letter).Count();
            written.Append(Part(day, letter, run) ?? format.Substring(at, run));
            at += run;
        }

        return written.ToString();
    }

    private static string? Part(DateOnly day, char letter, int run) => (letter, run) switch
    {
        ('D', _) => Number(day.Day, run),
        ('M', >= 4) => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(day.Month),
        ('M', 3) => CultureInfo.InvariantCulture.DateTimeFormat.GetAbbreviatedMonthName(day.Month),
        ('M', _) => Number(day.Month, run),
        ('Y', 2) => Number(day.Year % 100, run),
        ('Y', _) => Number(day.Year, run),
        _ => null,
    };

    private static string Number(int number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
