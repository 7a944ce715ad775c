using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Lists the registration centres around a point for paper, the closest first. The platform is told the point no closer than to a kilometre.</summary>
public sealed class ListCentresAround(ICentres centres)
{
    private const int Farthest = 500_000;

    // Half of the last place of the point that the platform is told, in both directions.
    private const int Roughness = 800;

    /// <summary>The centres. Problems: <see cref="CentreProblems.NoPosition"/>, <see cref="CommonProblems.NotFound"/> (no centre there), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CentreList>> ExecuteAsync(GeoPoint point, int metres, string language, CancellationToken cancellationToken = default)
    {
        if (!(Math.Abs(point.Latitude) <= 90 && Math.Abs(point.Longitude) <= 180) || metres is < 0 or > Farthest)
        {
            return CentreProblems.NoPosition;
        }

        if (!(await centres.ListNearAsync(point, metres + Roughness, language, cancellationToken)).Try(out var found, out var problem))
        {
            return problem;
        }

        var near = found.Where(centre => centre.Point is { } there && point.MetresTo(there) <= metres).OrderBy(centre => point.MetresTo(centre.Point!)).ToList();
        return near.Count == 0 ? CommonProblems.NotFound : new CentreList([], [.. near.Take(ListCentres.Most)], near.Count);
    }
}
