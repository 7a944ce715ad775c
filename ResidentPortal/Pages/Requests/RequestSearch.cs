using System.Globalization;
using ResidentPortal.Core.History;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.Requests;

/// <summary>What a resident looks for among their requests, as it stands in the address: nothing of it is personal.</summary>
public sealed record RequestSearch
{
    private const string DayForm = "yyyy-MM-dd";

    /// <summary>The name of an <see cref="ActGroup"/>.</summary>
    public string? What { get; init; }

    /// <summary>The name of an <see cref="ActProgress"/>.</summary>
    public string? State { get; init; }

    /// <summary>The first day.</summary>
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    public string? Until { get; init; }

    /// <summary>The number of one request, as typed.</summary>
    public string? Number { get; init; }

    /// <summary>Whether anything is looked for.</summary>
    public bool IsAny => Fields.Any(one => !string.IsNullOrWhiteSpace(one.Value));

    private KeyValuePair<string, string?>[] Fields => [new("what", What), new("state", State), new("from", From), new("until", Until), new("number", Number)];

    /// <summary>The field whose day cannot be read, or whose day comes too late; null where all is well.</summary>
    public (string Field, string Word)? Fault =>
        IsUnreadable(From) ? ("from", "Requests.Day.Wrong")
        : IsUnreadable(Until) ? ("until", "Requests.Day.Wrong")
        : Day(From) > Day(Until) ? ("from", "Requests.Days.Wrong")
        : null;

    /// <summary>The address of a page of what is found, or of the same as a file.</summary>
    public string At(string path, int page = 1) => $"{path}{QueryString.Create(
        Fields.Append(new("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null)).Where(one => !string.IsNullOrWhiteSpace(one.Value)))}";

    /// <summary>The same for the core, days by the clocks on the walls of the country; names that are none sort nothing out.</summary>
    public RequestFilter ToFilter(Moments moments) => new()
    {
        Kinds = Named<ActGroup>(What) is { } group ? ActGroups.KindsOf(group) : null,
        States = Named<ActProgress>(State) is { } progress ? ActGroups.StatesOf(progress) : null,
        From = Day(From) is { } from ? moments.StartOf(from) : null,
        Before = Day(Until) is { } until ? moments.StartOf(until.AddDays(1)) : null,
        EventId = Number,
    };

    private static bool IsUnreadable(string? day) => !string.IsNullOrWhiteSpace(day) && Day(day) is null;

    // Not in the last years of the calendar, of which the day after cannot be reckoned.
    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) && day.Year is > 1900 and < 9000 ? day : null;

    private static T? Named<T>(string? name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name, StringComparer.Ordinal) ? Enum.Parse<T>(name!) : null;
}
