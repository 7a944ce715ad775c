using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>
/// The registration centres of the country and the places they lie in (MOSIP master data, <c>/registrationcenters</c> and <c>/locations</c>), kept for a day. What master
/// data does not have in a language comes in the country's own. Every call may end with <see cref="CommonProblems.ServiceUnavailable"/>.
/// </summary>
public interface ICentres
{
    /// <summary>The places right below a place, or at the top.</summary>
    Task<Outcome<IReadOnlyList<Place>>> ListPlacesAsync(string? parent, string language, CancellationToken cancellationToken);

    /// <summary>A place. Problem: <see cref="CommonProblems.NotFound"/>.</summary>
    Task<Outcome<Place>> FindPlaceAsync(string code, string language, CancellationToken cancellationToken);

    /// <summary>The centres in a place, or all there are; by name.</summary>
    Task<Outcome<IReadOnlyList<Centre>>> ListAsync(Place? place, string language, CancellationToken cancellationToken);

    /// <summary>The centres in the places of a name on a level, by their name in one language; none where master data has none in it.</summary>
    Task<Outcome<IReadOnlyList<Centre>>> ListNamedAsync(int level, string name, string language, CancellationToken cancellationToken);

    /// <summary>The centres around a point, as far as some metres. The platform is told the point no closer than to a kilometre.</summary>
    Task<Outcome<IReadOnlyList<Centre>>> ListNearAsync(GeoPoint point, int metres, string language, CancellationToken cancellationToken);

    /// <summary>A centre. Problem: <see cref="CommonProblems.NotFound"/>.</summary>
    Task<Outcome<Centre>> FindAsync(string id, string language, CancellationToken cancellationToken);

    /// <summary>On which days a centre is open; what cannot be found out is missing from the answer, which never fails.</summary>
    Task<OpeningDays> ReadDaysAsync(string id, string language, CancellationToken cancellationToken);
}
