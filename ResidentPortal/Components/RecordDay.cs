using System.Globalization;
using ResidentPortal.Core.Updates;

namespace ResidentPortal.Components;

/// <summary>Days as the record writes them, <c>1990/05/17</c>, and as people read and type them.</summary>
internal static class RecordDay
{
    private const string Format = "yyyy/MM/dd";

    /// <summary>A text of a field for people: a day with the name of its month, anything else as it is.</summary>
    public static string Shown(UpdateField field, string text) =>
        field.Kind is FieldKind.Date && DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) : text;

    /// <summary>The three parts that are typed; nothing where there is no day.</summary>
    public static (string? Day, string? Month, string? Year) Parts(string? text) => text?.Split('/') is [var year, var month, var day] ? (day.TrimStart('0'), month.TrimStart('0'), year) : default;

    /// <summary>The text that three parts make; the flow says whether there is such a day.</summary>
    public static string Whole(string? day, string? month, string? year) => string.IsNullOrWhiteSpace($"{day}{month}{year}") ? string.Empty : $"{year}/{month}/{day}";
}
