using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>Master data's registration centres over the wire, each list kept for a day.</summary>
internal sealed class MosipCentres(MosipCall call, IRegistrationCentresApi api, PlaceTree tree, IOptions<MosipOptions> options, TimeProvider clock) : ICentres
{
    private const int PageSize = 100;
    private const int MostPages = 50;

    private readonly KeptLists<(string Place, string Language), Centre> _inPlaces = new(options, clock);
    private readonly KeptLists<(int Level, string Name, string Language), Centre> _named = new(options, clock);
    private readonly KeptLists<(string Point, int Metres, string Language), Centre> _near = new(options, clock);
    private readonly KeptLists<(string Id, string Language), Centre> _centres = new(options, clock);
    private readonly KeptLists<string, DayOfWeek> _days = new(options, clock);
    private readonly KeptLists<(string Id, string Language, int Year), Holiday> _holidays = new(options, clock);

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<Place>>> ListPlacesAsync(string? parent, string language, CancellationToken cancellationToken) =>
        options.Value.InAnyAsync(language, spoken => tree.BelowAsync(parent ?? options.Value.LocationRoot, spoken, cancellationToken));

    /// <inheritdoc/>
    public async Task<Outcome<Place>> FindPlaceAsync(string code, string language, CancellationToken cancellationToken) =>
        Only(await options.Value.InAnyAsync(language, spoken => tree.FindAsync(code, spoken, cancellationToken)));

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<Centre>>> ListAsync(Place? place, string language, CancellationToken cancellationToken)
    {
        var code = place?.Code ?? options.Value.LocationRoot;
        return options.Value.InAnyAsync(language, spoken => _inPlaces.GetAsync((code, spoken), () => FetchInAsync(code, spoken), cancellationToken));
    }

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<Centre>>> ListNamedAsync(int level, string name, string language, CancellationToken cancellationToken) =>
        _named.GetAsync((level, name, language), () => FetchNamedAsync(level, name, language), cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<Centre>>> ListNearAsync(GeoPoint point, int metres, string language, CancellationToken cancellationToken)
    {
        var (longitude, latitude) = (Rough(point.Longitude), Rough(point.Latitude));
        return options.Value.InAnyAsync(language, spoken => _near.GetAsync(($"{longitude} {latitude}", metres, spoken), () => AskAsync(
            MasterDataOperations.ListNearCentres, (cookie, attempt) => api.ListNearCentresAsync(cookie, spoken, longitude, latitude, metres, attempt), Listed), cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<Outcome<Centre>> FindAsync(string id, string language, CancellationToken cancellationToken) => !PlaceCode.IsOne(id) ? CommonProblems.NotFound
        : Only(await options.Value.InAnyAsync(language, spoken => _centres.GetAsync((id, spoken), () => AskAsync(
            MasterDataOperations.FindCentre, (cookie, attempt) => api.FindCentreAsync(cookie, id, spoken, attempt), Listed), cancellationToken)));

    /// <inheritdoc/>
    public async Task<OpeningDays> ReadDaysAsync(string id, string language, CancellationToken cancellationToken)
    {
        var year = clock.GetUtcNow().Year;
        var working = _days.GetAsync(id, () => FetchDaysAsync(id, options.Value.LanguageCodes[0]), cancellationToken);
        var holidays = await Task.WhenAll(Holidays(year), Holidays(year + 1));
        return new OpeningDays(
            await working is { IsSuccess: true, Value: { Count: > 0 } days } ? days.ToHashSet() : null,
            [.. holidays.Where(listed => listed.IsSuccess).SelectMany(listed => listed.Value).OrderBy(holiday => holiday.Day)]);

        Task<Outcome<IReadOnlyList<Holiday>>> Holidays(int of) => options.Value.InAnyAsync(language, spoken => _holidays.GetAsync((id, spoken, of), () => AskAsync<Holiday>(
            MasterDataOperations.ListHolidays, (cookie, attempt) => api.ListHolidaysAsync(cookie, spoken, id, of, attempt), response => CentreReading.Holidays(response).ToList()), cancellationToken));
    }

    // The platform finds places by their names, which differ by language.
    private async Task<Outcome<IReadOnlyList<Centre>>> FetchInAsync(string code, string language) =>
        !(await tree.FindAsync(code, language, CancellationToken.None)).Try(out var places, out var problem) ? problem
        : places.Count == 0 ? Array.Empty<Centre>()
        : await FetchNamedAsync(places[0].Level, places[0].Name, language);

    private async Task<Outcome<IReadOnlyList<Centre>>> FetchNamedAsync(int level, string name, string language)
    {
        var (centres, pages) = (new List<Centre>(), 1);
        for (var page = 0; page < pages && page < MostPages; page++)
        {
            var number = page;
            var listed = await call.AskAsync<(IReadOnlyList<Centre> Centres, int Pages)>(
                MasterDataOperations.ListCentres,
                (cookie, attempt) => api.ListCentresAsync(cookie, language, level, name, number, PageSize, attempt),
                response => response.Items("data") is { } data ? (CentreReading.Centres(data).ToList(), response.Count("totalPages") ?? 1) : MosipProblems.Unusable,
                CancellationToken.None);
            if (!listed.Try(out var read, out var problem))
            {
                return problem;
            }

            centres.AddRange(read.Centres);
            pages = read.Pages;
        }

        return centres.DistinctBy(centre => centre.Id, StringComparer.Ordinal).ToList();
    }

    private async Task<Outcome<IReadOnlyList<DayOfWeek>>> FetchDaysAsync(string id, string language)
    {
        var listed = await AskAsync<DayOfWeek>(
            MasterDataOperations.ListWorkingDays, (cookie, attempt) => api.ListWorkingDaysAsync(cookie, id, language, attempt), response => CentreReading.WorkingDays(response)?.ToList() ?? []);
        return listed is { IsSuccess: true, Value.Count: > 0 } ? listed : await AskAsync<DayOfWeek>(
            MasterDataOperations.ListWeekDays, (cookie, attempt) => api.ListWeekDaysAsync(cookie, id, language, attempt), response => CentreReading.WeekDays(response)?.ToList() ?? []);
    }

    private Task<Outcome<IReadOnlyList<T>>> AskAsync<T>(MosipOperation operation, Func<string, CancellationToken, Task<HttpResponseMessage>> send, Func<JsonElement, Outcome<IReadOnlyList<T>>> read) =>
        call.AskAsync(operation, send, read, CancellationToken.None);

    private static Outcome<IReadOnlyList<Centre>> Listed(JsonElement response) =>
        response.Items("registrationCenters") is { } items ? CentreReading.Centres(items).ToList() : MosipProblems.Unusable;

    private static Outcome<T> Only<T>(Outcome<IReadOnlyList<T>> listed) => !listed.Try(out var items, out var problem) ? problem : items.Count > 0 ? items[0] : CommonProblems.NotFound;

    // Two places are about a kilometre: nobody needs to know more to find a centre.
    private static string Rough(double degrees) => degrees.ToString("0.00", CultureInfo.InvariantCulture);
}
