namespace ResidentPortal.Sessions;

/// <summary>
/// The families of browser and system that a browser names itself by: a closed list of names that millions share. The rest of what it says is not kept, as people could
/// be told apart by it.
/// </summary>
internal static class UserAgents
{
    private const int Longest = 512;

    // The first that fits: each says that it is also what stands below it.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"), ("Opera Mini/", "Opera Mini"), ("SamsungBrowser/", "Samsung Internet"),
        ("UCBrowser/", "UC Browser"), ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("KAIOS/", "KaiOS"), ("Android", "Android"), ("iPhone", "iOS"), ("iPad", "iOS"), ("Windows", "Windows"), ("CrOS", "ChromeOS"), ("Macintosh", "macOS"), ("Linux", "Linux"),
    ];

    /// <summary>The families; null for what is not on the list.</summary>
    public static (string? Browser, string? System) Read(string? userAgent)
    {
        var text = userAgent is { Length: > Longest } ? userAgent[..Longest] : userAgent ?? string.Empty;
        return (Find(Browsers, text), Find(Systems, text));
    }

    private static string? Find((string Mark, string Name)[] families, string text) =>
        families.Where(family => text.Contains(family.Mark, StringComparison.Ordinal)).Select(family => family.Name).FirstOrDefault();
}
