using System.Globalization;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Finds the place of a search and the centres in it, for the page and for paper alike.</summary>
public sealed class CentreDirectory(ICentres centres)
{
    private const int Deepest = 10;
    private const int LongestName = 100;

    /// <summary>The places from the top to the one with a code, without the country itself. Problem: <see cref="CommonProblems.NotFound"/>.</summary>
    internal async Task<Outcome<IReadOnlyList<Place>>> PathAsync(string? code, string language, CancellationToken cancellationToken)
    {
        var path = new List<Place>();
        for (var next = string.IsNullOrWhiteSpace(code) ? null : code.Trim(); next is not null && path.Count < Deepest;)
        {
            if (!(await centres.FindPlaceAsync(next, language, cancellationToken)).Try(out var place, out var problem))
            {
                return problem;
            }

            if (place.Level > 0)
            {
                path.Insert(0, place);
            }

            next = place.Parent;
        }

        return path;
    }

    /// <summary>The centres in a place whose name or address has all the words.</summary>
    internal async Task<Outcome<IReadOnlyList<Centre>>> CentresAsync(Place? place, string? name, string language, CancellationToken cancellationToken)
    {
        var words = (name ?? string.Empty)[..Math.Min(name?.Length ?? 0, LongestName)].Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var listed = await centres.ListAsync(place, language, cancellationToken);
        return listed.Then<IReadOnlyList<Centre>>(all => [.. all.Where(centre => words.All(word => Has(centre, word)))]);
    }

    /// <summary>A centre with its days.</summary>
    internal async Task<CentreFacts> FactsAsync(Centre centre, string language, GeoPoint? from, CancellationToken cancellationToken) =>
        new(centre, await centres.ReadDaysAsync(centre.Id, language, cancellationToken), from is not null && centre.Point is { } point ? from.MetresTo(point) : null);

    // Capitals and accents are the same to somebody who searches.
    private static bool Has(Centre centre, string word) => centre.Address.Prepend(centre.Name)
        .Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
