using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Lists registration centres for paper by the name of a place on a level, as MOSIP's clients ask for them.</summary>
public sealed class ListNamedCentres(ICentres centres)
{
    /// <summary>The place and its centres. Problems: <see cref="CommonProblems.NotFound"/> (no centre in a place of that name), <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<CentreList>> ExecuteAsync(int level, string name, string language, CancellationToken cancellationToken = default)
    {
        var place = name.Trim();
        if (level < 0 || !PlaceName.IsOne(place))
        {
            return CommonProblems.NotFound;
        }

        // A name without a centre is said nowhere: whoever made the address would choose what the office writes.
        return !(await centres.ListNamedAsync(level, place, language, cancellationToken)).Try(out var found, out var problem) ? problem
            : found.Count == 0 ? CommonProblems.NotFound
            : new CentreList([new Place(string.Empty, place, level, LevelName: null, Parent: null)], [.. found.Take(ListCentres.Most)], found.Count);
    }
}
