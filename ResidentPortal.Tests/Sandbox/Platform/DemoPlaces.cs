namespace ResidentPortal.Sandbox;

/// <summary>The places of the sandbox's country: two regions, three provinces, five cities and eight zones, among them those the demo residents live in.</summary>
public static class DemoPlaces
{
    /// <summary>All places, each after the one it lies in.</summary>
    public static IReadOnlyList<Place> All { get; } =
    [
        new("MOR", Parent: null, 0, Names("Morocco", "Maroc", "المغرب")),
        new(IdentityWords.RegionCode, "MOR", 1, IdentityWords.Region),
        new("CST", "MOR", 1, Names("Casablanca Settat", "Casablanca-Settat", "الدار البيضاء سطات")),
        new(IdentityWords.ProvinceCode, IdentityWords.RegionCode, 2, IdentityWords.Province),
        new("RBT", IdentityWords.RegionCode, 2, Names("Rabat", "Rabat", "الرباط")),
        new("CAS", "CST", 2, Names("Casablanca", "Casablanca", "الدار البيضاء")),
        new(IdentityWords.CityCode, IdentityWords.ProvinceCode, 3, IdentityWords.City),
        new("SDK", IdentityWords.ProvinceCode, 3, Names("Sidi Kacem", "Sidi Kacem", "سيدي قاسم")),
        new("RAB", "RBT", 3, Names("Rabat", "Rabat", "الرباط")),
        new("SAL", "RBT", 3, Names("Sale", "Salé", "سلا")),
        new("CSB", "CAS", 3, Names("Casablanca", "Casablanca", "الدار البيضاء")),
        new(IdentityWords.ZoneCode, IdentityWords.CityCode, 4, IdentityWords.Zone),
        new("MOGR", IdentityWords.CityCode, 4, Names("Mograne", "Mograne", "المكرن")),
        new("ZRRA", "SDK", 4, Names("Zirara", "Zirara", "زيرارة")),
        new("AGDL", "RAB", 4, Names("Agdal", "Agdal", "أكدال")),
        new("HSSN", "RAB", 4, Names("Hassan", "Hassan", "حسان")),
        new("TBRQ", "SAL", 4, Names("Tabriquet", "Tabriquet", "تابريكت")),
        new("ANFA", "CSB", 4, Names("Anfa", "Anfa", "أنفا")),
        new("MARF", "CSB", 4, Names("Maarif", "Maârif", "المعاريف")),
    ];

    /// <summary>The place with a code.</summary>
    public static Place? Find(string code) => All.FirstOrDefault(place => string.Equals(place.Code, code, StringComparison.Ordinal));

    /// <summary>The places right below one.</summary>
    public static IReadOnlyList<Place> Below(string parent) => [.. All.Where(place => string.Equals(place.Parent, parent, StringComparison.Ordinal))];

    /// <summary>What a level is called.</summary>
    public static string LevelName(int level, string language) => Levels[level](language);

    /// <summary>How many levels there are.</summary>
    public static int LevelCount => Levels.Length;

    private static Func<string, string>[] Levels { get; } =
    [
        Names("Country", "Pays", "البلد"), Names("Region", "Région", "الجهة"), Names("Province", "Province", "الإقليم"), Names("City", "Ville", "المدينة"), Names("Zone", "Zone", "المنطقة"),
    ];

    private static Func<string, string> Names(string eng, string fra, string ara) => language => language switch
    {
        "fra" => fra,
        "ara" => ara,
        _ => eng,
    };
}
