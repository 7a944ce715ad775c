using System.Globalization;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>Finds the registration centres around somebody, the closest first. Where that is, is kept nowhere.</summary>
public sealed class FindNearCentres(ICentres centres, CentreDirectory directory)
{
    private const int Most = 10;

    private static readonly int[] Circles = [10_000, 50_000, 200_000];

    /// <summary>The centres. Problems: <see cref="CentreProblems.NoPosition"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyList<CentreFacts>>> ExecuteAsync(string? latitude, string? longitude, string language, CancellationToken cancellationToken)
    {
        if (Degrees(latitude, 90) is not { } north || Degrees(longitude, 180) is not { } east)
        {
            return CentreProblems.NoPosition;
        }

        var here = new GeoPoint(north, east);
        foreach (var metres in Circles)
        {
            if (!(await centres.ListNearAsync(here, metres, language, cancellationToken)).Try(out var found, out var problem))
            {
                return problem;
            }

            if (found.Count > 0)
            {
                var closest = found.OrderBy(centre => centre.Point is { } point ? here.MetresTo(point) : double.MaxValue).Take(Most);
                return await Task.WhenAll(closest.Select(centre => directory.FactsAsync(centre, language, here, cancellationToken)));
            }
        }

        return Array.Empty<CentreFacts>();
    }

    private static double? Degrees(string? text, double most) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && Math.Abs(degrees) <= most ? degrees : null;
}
