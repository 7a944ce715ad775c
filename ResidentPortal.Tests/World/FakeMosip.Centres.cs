using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sandbox;
using CountryPlace = ResidentPortal.Core.Centres.Place;

namespace ResidentPortal.Tests.World;

/// <summary>Registration centres and papers in memory.</summary>
public sealed partial class FakeMosip : ICentres, IPapers
{
    public const string ListPlaces = "centres.places";
    public const string ListCentres = "centres.list";
    public const string ListNearCentres = "centres.near";
    public const string FindCentre = "centres.find";
    public const string ListPapers = "papers.list";

    /// <summary>Whether the platform tells on which days a centre works.</summary>
    public bool TellsWorkingDays { get; set; } = true;

    /// <summary>The points that were asked about.</summary>
    public List<(GeoPoint Point, int Metres)> AskedAbout { get; } = [];

    public Task<Outcome<IReadOnlyList<CountryPlace>>> ListPlacesAsync(string? parent, string language, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<CountryPlace>>(ListPlaces, _ => CommonProblems.ServiceUnavailable, () => [.. DemoPlaces.Below(parent ?? Country.LocationRoot).Select(place => PlaceOf(place, language))]);

    public Task<Outcome<CountryPlace>> FindPlaceAsync(string code, string language, CancellationToken cancellationToken) =>
        CallAsync(ListPlaces, _ => CommonProblems.NotFound, () => PlaceOf(DemoPlaces.Find(code) ?? throw PlatformException.NoRecord(), language));

    public Task<Outcome<IReadOnlyList<Centre>>> ListAsync(CountryPlace? place, string language, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<Centre>>(ListCentres, _ => CommonProblems.ServiceUnavailable, () =>
        [
            .. DemoCentres.All.Where(centre => place is null || centre.IsIn(DemoPlaces.Find(place.Code)!)).Select(centre => CentreOf(centre, language)).OrderBy(centre => centre.Name, StringComparer.Ordinal),
        ]);

    public Task<Outcome<IReadOnlyList<Centre>>> ListNamedAsync(int level, string name, string language, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<Centre>>(ListCentres, _ => CommonProblems.ServiceUnavailable, () =>
        [
            .. DemoCentres.All.Where(centre => DemoPlaces.All.Any(place => place.Level == level && string.Equals(place.NameIn(language), name, StringComparison.Ordinal) && centre.IsIn(place)))
                .Select(centre => CentreOf(centre, language)),
        ]);

    public Task<Outcome<IReadOnlyList<Centre>>> ListNearAsync(GeoPoint point, int metres, string language, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<Centre>>(ListNearCentres, _ => CommonProblems.ServiceUnavailable, () =>
        {
            AskedAbout.Add((point, metres));
            return [.. DemoCentres.All.Where(centre => centre.MetresFrom(point.Longitude, point.Latitude) <= metres).Select(centre => CentreOf(centre, language))];
        });

    Task<Outcome<Centre>> ICentres.FindAsync(string id, string language, CancellationToken cancellationToken) =>
        CallAsync(FindCentre, _ => CommonProblems.NotFound, () => CentreOf(DemoCentres.Find(id) ?? throw PlatformException.NoRecord(), language));

    public Task<OpeningDays> ReadDaysAsync(string id, string language, CancellationToken cancellationToken) => Task.FromResult(new OpeningDays(
        TellsWorkingDays ? DemoCentres.Find(id)!.Days.ToHashSet() : null,
        [
            .. new[] { State.Clock.Now.Year, State.Clock.Now.Year + 1 }
                .SelectMany(year => DemoCentres.Holidays.Select(holiday => new Holiday(new DateOnly(year, holiday.Month, holiday.Day), holiday.Names[language]))),
        ]));

    Task<Outcome<IReadOnlyList<Core.Centres.PaperCategory>>> IPapers.ListAsync(string language, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<Core.Centres.PaperCategory>>(ListPapers, _ => CommonProblems.ServiceUnavailable, () =>
            [.. DemoPapers.Categories.Where(category => category.IsActive).Select(category => new Core.Centres.PaperCategory(category.Names[language], [.. category.Types.Select(type => type.Names[language])]))]);

    private static CountryPlace PlaceOf(Sandbox.Place place, string language) =>
        new(place.Code, place.NameIn(language), place.Level, DemoPlaces.LevelName(place.Level, language), place.Parent);

    private static Centre CentreOf(DemoCentre centre, string language) => new()
    {
        Id = centre.Id,
        Name = centre.Names[language],
        Address = [centre.Streets[language], DemoPlaces.Find(centre.Zone)!.NameIn(language)],
        Phone = centre.Phone,
        Point = new GeoPoint(centre.Latitude, centre.Longitude),
        Hours = new OpeningHours(Time(centre.Opens), Time(centre.Closes), centre.Lunch is { } lunch ? new Pause(Time(lunch.From), Time(lunch.To)) : null),
    };

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
