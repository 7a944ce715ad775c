namespace ResidentPortal.Core.Centres;

/// <summary>A place of the country, as master data's location hierarchy has it.</summary>
/// <param name="Code">Its code, <c>KNT</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Level">How deep it lies, 0 at the top.</param>
/// <param name="LevelName">What its level is called, <c>City</c>.</param>
/// <param name="Parent">The code of the place it lies in; null at the top.</param>
public sealed record Place(string Code, string Name, int Level, string? LevelName, string? Parent);

/// <summary>A point on the globe, in degrees.</summary>
/// <param name="Latitude">To the north.</param>
/// <param name="Longitude">To the east.</param>
public sealed record GeoPoint(double Latitude, double Longitude)
{
    private const double EarthRadius = 6_371_000;

    /// <summary>How far another point is away, in metres along the great circle.</summary>
    public double MetresTo(GeoPoint other)
    {
        var (here, there) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (north, east) = (there - here, double.DegreesToRadians(other.Longitude - Longitude));
        var chord = Math.Pow(Math.Sin(north / 2), 2) + (Math.Cos(here) * Math.Cos(there) * Math.Pow(Math.Sin(east / 2), 2));
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary>Without the place somebody is at.</summary>
    public override string ToString() => nameof(GeoPoint);
}
