namespace ResidentPortal.Core.PublicLists;

/// <summary>The levels of places in a language (MOSIP master data, <c>/locationHierarchyLevels/{langcode}</c>).</summary>
/// <param name="Language">The language.</param>
public sealed record PlaceLevels(string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Language];
}

/// <summary>The levels of places in all languages (<c>/locationHierarchyLevels</c>).</summary>
/// <param name="ChangedSince">Only those that changed after this time; all where it is null.</param>
public sealed record PlaceLevelsInAll(DateTimeOffset? ChangedSince) : PublicList
{
    internal override string Key => $"{base.Key}\n{ChangedSince:O}";
}

/// <summary>The places right below a place in a language (<c>/locations/immediatechildren/{locationcode}/{langcode}</c>).</summary>
/// <param name="Place">The code of the place.</param>
/// <param name="Language">The language.</param>
public sealed record PlacesBelow(string Place, string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Place, Language];
}

/// <summary>The places right below a place in several languages (<c>/locations/immediatechildren/{locationcode}</c>).</summary>
/// <param name="Place">The code of the place.</param>
/// <param name="Languages">The languages.</param>
public sealed record PlacesBelowInMany(string Place, IReadOnlyList<string> Languages) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Place, .. Languages];

    internal override bool IsSound => Languages.Count is > 0 and <= MostLanguages && base.IsSound;

    private const int MostLanguages = 20;
}

/// <summary>One place (<c>/locations/info/{locationcode}/{langcode}</c>).</summary>
/// <param name="Place">The code of the place.</param>
/// <param name="Language">The language.</param>
public sealed record PlaceFacts(string Place, string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Place, Language];
}
