using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>A registration centre of the sandbox's country.</summary>
public sealed record DemoCentre(string Id, string Zone, double Latitude, double Longitude, string Opens, string Closes)
{
    /// <summary>Its name by language.</summary>
    public required IReadOnlyDictionary<string, string> Names { get; init; }

    /// <summary>Its street by language.</summary>
    public required IReadOnlyDictionary<string, string> Streets { get; init; }

    /// <summary>Its phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Its pause at noon.</summary>
    public (string From, string To)? Lunch { get; init; }

    /// <summary>The days it works.</summary>
    public ImmutableArray<DayOfWeek> Days { get; init; } = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Whether it lies in a place, or is one with it.</summary>
    public bool IsIn(Place place)
    {
        var around = DemoPlaces.Find(Zone);
        while (around is not null && around != place)
        {
            around = around.Parent is { } parent ? DemoPlaces.Find(parent) : null;
        }

        return around is not null;
    }

    /// <summary>How far it is from a point, in metres.</summary>
    public double MetresFrom(double longitude, double latitude)
    {
        const double MetresPerDegree = 111_195;
        var east = (Longitude - longitude) * Math.Cos(double.DegreesToRadians(latitude));
        return MetresPerDegree * Math.Sqrt(Math.Pow(east, 2) + Math.Pow(Latitude - latitude, 2));
    }
}

/// <summary>The registration centres of the sandbox's country, in its three languages, and its holidays.</summary>
public static class DemoCentres
{
    /// <summary>All centres.</summary>
    public static IReadOnlyList<DemoCentre> All { get; } =
    [
        new("10001", "BNMR", 34.2610, -6.5802, "09:00:00", "17:00:00")
        {
            Names = Words("Kenitra Centre", "Centre de Kénitra", "مركز القنيطرة"), Streets = Words("1 Harbour Square", "1 place du Port", "1 ساحة الميناء"),
            Phone = "+212 537 00 00 01", Lunch = ("13:00:00", "14:00:00"),
        },
        new("10002", "ZRRA", 34.2214, -5.7078, "08:30:00", "15:30:00")
        {
            Names = Words("Sidi Kacem Centre", "Centre de Sidi Kacem", "مركز سيدي قاسم"), Streets = Words("7 Market Street", "7 rue du Marché", "7 شارع السوق"),
            Phone = "+212 537 00 00 02", Days = [DayOfWeek.Monday, DayOfWeek.Wednesday, DayOfWeek.Saturday],
        },
        new("10003", "AGDL", 33.9975, -6.8468, "08:00:00", "18:00:00")
        {
            Names = Words("Rabat Agdal Centre", "Centre de Rabat-Agdal", "مركز الرباط أكدال"), Streets = Words("20 Atlas Avenue", "20 avenue de l’Atlas", "20 شارع الأطلس"),
            Phone = "+212 537 00 00 03", Lunch = ("12:30:00", "13:30:00"),
            Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday],
        },
        new("10004", "TBRQ", 34.0531, -6.7985, "09:00:00", "16:00:00")
        {
            Names = Words("Sale Mobile Centre", "Centre mobile de Salé", "مركز سلا المتنقل"), Streets = Words("Old Station Yard", "Cour de l’ancienne gare", "فناء المحطة القديمة"),
            Days = [DayOfWeek.Sunday, DayOfWeek.Tuesday, DayOfWeek.Thursday],
        },
        new("10005", "MARF", 33.5774, -7.6361, "08:30:00", "19:00:00")
        {
            Names = Words("Casablanca Maarif Centre", "Centre de Casablanca-Maârif", "مركز الدار البيضاء المعاريف"), Streets = Words("55 Orchard Boulevard", "55 boulevard des Vergers", "55 شارع البساتين"),
            Phone = "+212 522 00 00 05", Lunch = ("12:00:00", "13:00:00"),
        },
    ];

    /// <summary>The holidays of every year, by month and day.</summary>
    public static IReadOnlyList<(int Month, int Day, IReadOnlyDictionary<string, string> Names)> Holidays { get; } =
    [
        (1, 1, Words("New Year’s Day", "Jour de l’An", "رأس السنة")),
        (5, 1, Words("Labour Day", "Fête du Travail", "عيد الشغل")),
        (7, 30, Words("Throne Day", "Fête du Trône", "عيد العرش")),
        (11, 18, Words("Independence Day", "Fête de l’Indépendance", "عيد الاستقلال")),
    ];

    /// <summary>The centre with an id.</summary>
    public static DemoCentre? Find(string id) => All.FirstOrDefault(centre => string.Equals(centre.Id, id, StringComparison.Ordinal));

    /// <summary>Whether there are names in a language.</summary>
    public static bool Speaks(string language) => All[0].Names.ContainsKey(language);

    private static Dictionary<string, string> Words(string eng, string fra, string ara) => new(StringComparer.Ordinal) { ["eng"] = eng, ["fra"] = fra, ["ara"] = ara };
}
