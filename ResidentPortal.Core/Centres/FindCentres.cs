using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Finds registration centres by place and by name, a page at a time.</summary>
public sealed class FindCentres(ICentres centres, CentreDirectory directory)
{
    private const int PageSize = 10;

    /// <summary>The page of centres, and where to look further. Problems: <see cref="CommonProblems.NotFound"/> (no such place), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CentreResults>> ExecuteAsync(CentreSearch search, string language, CancellationToken cancellationToken)
    {
        if (!(await directory.PathAsync(search.Place, language, cancellationToken)).Try(out var path, out var problem))
        {
            return problem;
        }

        var place = path.Count > 0 ? path[^1] : null;
        if (!(await centres.ListPlacesAsync(place?.Code, language, cancellationToken)).Try(out var below, out problem)
            || !(await directory.CentresAsync(place, search.Name, language, cancellationToken)).Try(out var found, out problem))
        {
            return problem;
        }

        var pages = Math.Max(1, (found.Count + PageSize - 1) / PageSize);
        var page = Math.Clamp(search.Page, 1, pages);
        return new CentreResults
        {
            Path = path,
            Below = below,
            Centres = await Task.WhenAll(found.Skip((page - 1) * PageSize).Take(PageSize).Select(centre => directory.FactsAsync(centre, language, from: null, cancellationToken))),
            Total = found.Count,
            Page = page,
            Pages = pages,
        };
    }
}
