using System.Globalization;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Api.History;

/// <summary>What a program asks of the history, as it stands in the query.</summary>
internal sealed record HistorySearch
{
    private const int LongestText = 16;
    private const int SizeOfBell = 100;
    private const string All = "ALL";

    private static readonly string[] ServiceTypes = ["AUTHENTICATION_REQUEST", "SERVICE_REQUEST", "DATA_UPDATE_REQUEST", "ID_MANAGEMENT_REQUEST", "DATA_SHARE_REQUEST", ActGroups.Bell, ActGroups.All];

    private static readonly (string Word, EventStatus Status)[] StatusWords =
        [("FAILED", EventStatus.Failed), ("SUCCESS", EventStatus.Success), ("IN_PROGRESS", EventStatus.InProgress), ("CANCELED", EventStatus.Canceled)];

    private string? LanguageCode { get; init; }

    private IReadOnlyList<string>? Services { get; init; }

    private string? SortType { get; init; }

    private IReadOnlyList<string>? Statuses { get; init; }

    private DateOnly? From { get; init; }

    private DateOnly? To { get; init; }

    private string? Text { get; init; }

    /// <summary>The number of the page, from 0.</summary>
    public int PageIndex { get; private init; }

    /// <summary>How many stand on a page.</summary>
    public int PageSize { get; private init; }

    /// <summary>Whether the oldest are to stand first.</summary>
    public bool IsOldestFirst => Inputs.IsWord(SortType, "ASC");

    /// <summary>The search of a call; null where a date or a number does not read.</summary>
    public static HistorySearch? Of(ApiCall call, string languageParameter, int usualSize = 10)
    {
        var isRead = true;
        var search = new HistorySearch
        {
            LanguageCode = call.Parameter(languageParameter),
            Services = List("serviceType"),
            SortType = Given("sortType"),
            Statuses = List("statusFilter"),
            From = Day("fromDate"),
            To = Day("toDate"),
            Text = Given("searchText"),
            PageIndex = Number("pageIndex", usual: 0),
            PageSize = Number("pageSize", usualSize),
        };
        return isRead ? search : null;

        string? Given(string name) => call.Parameter(name) is { Length: > 0 } text ? text : null;

        IReadOnlyList<string>? List(string name) => Given(name)?.Split(',', StringSplitOptions.TrimEntries);

        int Number(string name, int usual)
        {
            var number = usual;
            isRead &= Given(name) is not { } text || int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
            return number;
        }

        DateOnly? Day(string name)
        {
            DateOnly day = default;
            var text = Given(name);

            // Not in the last years of the calendar, of which the day after cannot be reckoned.
            isRead = isRead && (text is null || (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1900 and < 9000));
            return text is null ? null : day;
        }
    }

    /// <summary>The search of what a bell tells of, of which nothing but the page is asked; null where a number does not read.</summary>
    public static HistorySearch? OfBell(ApiCall call, string languageParameter) =>
        Of(call, languageParameter, SizeOfBell) is { } search
            ? new HistorySearch { LanguageCode = search.LanguageCode, Services = [ActGroups.Bell], PageIndex = search.PageIndex, PageSize = search.PageSize }
            : null;

    /// <summary>The language; it was judged.</summary>
    public Language In(OfferedLanguages languages) => languages.Find(LanguageCode)!;

    /// <summary>The checks in their order.</summary>
    public ApiError? Judge(OfferedLanguages languages) =>
        JudgeLanguage(languages)
        ?? Check.That(Services?.All(word => Inputs.IsWord(word, ServiceTypes)) ?? true, "serviceType")
        ?? Check.That(SortType is null || Inputs.IsWord(SortType, "ASC", "DESC"), "sortType")
        ?? Check.That(Statuses?.All(word => Inputs.IsWord(word, All) || StatusWords.Any(one => Inputs.IsWord(word, one.Word))) ?? true, "statusFilter")
        ?? Check.That(To is null || (From is not null && From <= To), "fromDateTime")
        ?? Check.That(From is null || To is not null, "toDateTime")
        ?? Check.That(Text is null || Text.Length <= LongestText, ApiErrors.TooLong(LongestText, "searchText"))
        ?? JudgePage();

    /// <summary>The check of the language.</summary>
    public ApiError? JudgeLanguage(OfferedLanguages languages) => Check.That(languages.Find(LanguageCode) is not null, "languageCode");

    /// <summary>The checks of the page.</summary>
    public ApiError? JudgePage() => Check.That(PageIndex >= 0, EventErrors.PageIndex) ?? Check.That(PageSize > 0, EventErrors.PageSize);

    /// <summary>The same for the core. A status, days and a text together: the days are not looked at.</summary>
    public RequestFilter ToFilter(ReaderMoment reader, Func<ActKind, string> nameOf)
    {
        var kinds = (Services ?? [ActGroups.All]).SelectMany(ActGroups.KindsOf).Distinct().ToList();
        var hasDays = Statuses is null || Text is null;
        return new RequestFilter
        {
            Kinds = kinds,
            Statuses = Statuses is null || Statuses.Any(word => Inputs.IsWord(word, All)) ? null : [.. StatusWords.Where(one => Statuses.Any(word => Inputs.IsWord(word, one.Word))).Select(one => one.Status)],
            From = hasDays && From is { } from ? reader.StartOf(from) : null,
            Before = hasDays && To is { } to ? reader.StartOf(to.AddDays(1)) : null,
            Text = Text,
            AlsoKinds = Text is null ? [] : [.. kinds.Where(kind => nameOf(kind).Contains(Text, StringComparison.CurrentCultureIgnoreCase))],
        };
    }

    /// <summary>The word of a status.</summary>
    public static string WordOf(EventStatus status) => StatusWords.First(one => one.Status == status).Word;
}
