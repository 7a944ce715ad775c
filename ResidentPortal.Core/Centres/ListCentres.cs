using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Lists registration centres for paper: all that a search finds, up to what fits on a few sheets.</summary>
public sealed class ListCentres(CentreDirectory directory)
{
    /// <summary>How many are listed at most.</summary>
    internal const int Most = 100;

    /// <summary>The place and its centres. Problems: <see cref="CommonProblems.NotFound"/> (no such place), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CentreList>> ExecuteAsync(CentreSearch search, string language, CancellationToken cancellationToken)
    {
        if (!(await directory.PathAsync(search.Place, language, cancellationToken)).Try(out var path, out var problem))
        {
            return problem;
        }

        var found = await directory.CentresAsync(path.Count > 0 ? path[^1] : null, search.Name, language, cancellationToken);
        return found.Then(centres => new CentreList(path, [.. centres.Take(Most)], centres.Count));
    }
}

/// <summary>Centres for paper.</summary>
/// <param name="Path">The places from the top to the one that was chosen.</param>
/// <param name="Centres">The centres.</param>
/// <param name="Total">How many there are, should that be more.</param>
public sealed record CentreList(IReadOnlyList<Place> Path, IReadOnlyList<Centre> Centres, int Total);
