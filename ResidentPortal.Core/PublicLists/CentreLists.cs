using System.Globalization;
using ResidentPortal.Core.Centres;

namespace ResidentPortal.Core.PublicLists;

/// <summary>The centres around a point (<c>/getcoordinatespecificregistrationcenters/…</c>). The platform is told the point no closer than to a kilometre, and nobody remembers it.</summary>
/// <param name="Language">The language.</param>
/// <param name="Point">The point.</param>
/// <param name="Metres">How far away a centre may lie.</param>
public sealed record CentresAround(string Language, GeoPoint Point, int Metres) : PublicList
{
    private const int Farthest = 500_000;

    // Half of the last place that is told, in both directions.
    private const int Roughness = 800;

    /// <summary>The longitude as the platform is told it.</summary>
    internal string RoughLongitude => Rough(Point.Longitude);

    /// <summary>The latitude as the platform is told it.</summary>
    internal string RoughLatitude => Rough(Point.Latitude);

    /// <summary>How far the platform is to look around that.</summary>
    internal int RoughMetres => Metres + Roughness;

    internal override bool IsSound => Metres <= Farthest && Math.Abs(Point.Latitude) <= 90 && Math.Abs(Point.Longitude) <= 180 && base.IsSound;

    internal override string Key => $"{base.Key}\n{RoughLongitude}\n{RoughLatitude}";

    private protected override IEnumerable<string?> Codes => [Language];

    private protected override IEnumerable<int> Numbers => [Metres];

    private static string Rough(double degrees) => degrees.ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>The centres in places of a level (<c>/registrationcenters/{langcode}/{hierarchylevel}/names</c>).</summary>
/// <param name="Language">The language.</param>
/// <param name="Level">The level.</param>
/// <param name="Names">The names of the places in that language.</param>
public sealed record CentresIn(string Language, int Level, IReadOnlyList<string> Names) : PublicList
{
    private const int MostNames = 50;

    internal override bool IsSound => Names.Count is > 0 and <= MostNames && base.IsSound;

    private protected override IEnumerable<string?> Codes => [Language];

    private protected override IEnumerable<string?> Words => Names;

    private protected override IEnumerable<int> Numbers => [Level];
}

/// <summary>A page of the centres in a place (<c>/registrationcenters/page/{langcode}/{hierarchylevel}/{name}</c>).</summary>
/// <param name="Language">The language.</param>
/// <param name="Level">The level of the place.</param>
/// <param name="Name">Its name in that language.</param>
public sealed record CentresPage(string Language, int Level, string Name) : PublicList
{
    private const int LargestPage = 500;

    /// <summary>Which page, from 0.</summary>
    public int Page { get; init; }

    /// <summary>How many centres it holds.</summary>
    public int Size { get; init; } = 10;

    /// <summary>By which column they are ordered.</summary>
    public string SortBy { get; init; } = "createdDateTime";

    /// <summary><c>asc</c> or <c>desc</c>.</summary>
    public string OrderBy { get; init; } = "desc";

    internal override bool IsSound => Size is > 0 and <= LargestPage && base.IsSound;

    private protected override IEnumerable<string?> Codes => [Language, SortBy, OrderBy];

    private protected override IEnumerable<string?> Words => [Name];

    private protected override IEnumerable<int> Numbers => [Level, Page, Size];
}

/// <summary>The working days of a centre (<c>/workingdays/{centre}/{langcode}</c>).</summary>
/// <param name="Centre">The id of the centre.</param>
/// <param name="Language">The language.</param>
public sealed record CentreDays(string Centre, string Language) : PublicList
{
    private protected override IEnumerable<string?> Codes => [Centre, Language];
}
