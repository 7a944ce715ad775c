using System.Globalization;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Texts;

namespace ResidentPortal.Pages.AuthHistory;

/// <summary>What a resident looks for in their history, as it stands in the address. Nothing of it is personal: organisations and VIDs stand there as keyed hashes.</summary>
public sealed record HistorySearch
{
    /// <summary>The choice of days of one's own.</summary>
    public const string OwnDays = "days";

    /// <summary>The lengths of time to choose from, in days.</summary>
    public static readonly IReadOnlyList<string> Lengths = ["7", "30", "90"];

    private const string DayForm = "yyyy-MM-dd";
    private const int LongestKey = 64;

    /// <summary>A length of time, or <see cref="OwnDays"/>.</summary>
    public string? Time { get; init; }

    /// <summary>The first day.</summary>
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    public string? To { get; init; }

    /// <summary>The name of one of <see cref="UseWays"/>.</summary>
    public string? Way { get; init; }

    /// <summary>The name of a <see cref="UseOutcome"/>.</summary>
    public string? Outcome { get; init; }

    /// <summary>The key of an organisation.</summary>
    public string? By { get; init; }

    /// <summary>The key of a number.</summary>
    public string? Number { get; init; }

    /// <summary>Whether what the portal did itself is left out: <c>hide</c>.</summary>
    public string? Own { get; init; }

    /// <summary>Whether anything is looked for.</summary>
    public bool IsAny => Fields.Any();

    /// <summary>The fields that say something.</summary>
    public IEnumerable<KeyValuePair<string, string>> Fields => new (string Name, string? Value)[]
    {
        ("time", Time), ("from", From), ("to", To), ("way", Way), ("outcome", Outcome), ("by", By), ("number", Number), ("own", Own),
    }.Where(one => !string.IsNullOrWhiteSpace(one.Value) && one.Value.Length <= LongestKey).Select(one => KeyValuePair.Create(one.Name, one.Value!));

    /// <summary>From the fields of a form.</summary>
    public static HistorySearch Of(IFormCollection form) => new()
    {
        Time = form["time"], From = form["from"], To = form["to"], Way = form["way"], Outcome = form["outcome"], By = form["by"], Number = form["number"], Own = form["own"],
    };

    /// <summary>The address of a page of what is found.</summary>
    public string At(int page) => Links.History + QueryString.Create(
        [.. Fields.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)), .. page > 1 ? [KeyValuePair.Create("page", (string?)page.ToString(CultureInfo.InvariantCulture))] : Array.Empty<KeyValuePair<string, string?>>()]);

    /// <summary>The same for the core; what cannot be understood asks for nothing.</summary>
    public UseFilter ToFilter(Moments moments)
    {
        var isLength = Lengths.Contains(Time, StringComparer.Ordinal);
        return new UseFilter
        {
            Zone = moments.Zone,
            Days = isLength ? int.Parse(Time!, CultureInfo.InvariantCulture) : null,
            From = isLength ? null : Day(From),
            To = isLength ? null : Day(To),
            Way = Enum.TryParse<UseWays>(Way, ignoreCase: true, out var way) && HistoryWords.Ways.Contains(way) ? way : null,
            Outcome = Enum.TryParse<UseOutcome>(Outcome, ignoreCase: true, out var outcome) && Enum.IsDefined(outcome) ? outcome : null,
            Organisation = Key(By),
            Number = Key(Number),
            HidesOwn = Own is "hide",
        };
    }

    private static string? Key(string? typed) => string.IsNullOrWhiteSpace(typed) || typed.Length > LongestKey ? null : typed;

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;
}
