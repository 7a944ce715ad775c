namespace ResidentPortal.Core.Centres;

/// <summary>Which centres are wanted. Nothing in it is about a person: it may stand in an address.</summary>
/// <param name="Place">The code of the place they lie in; null for the whole country.</param>
/// <param name="Name">Words of their name or address; null for any.</param>
/// <param name="Page">The page of the list, from 1.</param>
public sealed record CentreSearch(string? Place, string? Name, int Page);

/// <summary>The centres that were found.</summary>
public sealed record CentreResults
{
    /// <summary>The places from the top to the one that was chosen.</summary>
    public required IReadOnlyList<Place> Path { get; init; }

    /// <summary>The places below it.</summary>
    public required IReadOnlyList<Place> Below { get; init; }

    /// <summary>The centres of this page.</summary>
    public required IReadOnlyList<CentreFacts> Centres { get; init; }

    /// <summary>How many there are in all.</summary>
    public required int Total { get; init; }

    /// <summary>The number of this page, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>How many pages there are.</summary>
    public required int Pages { get; init; }
}
