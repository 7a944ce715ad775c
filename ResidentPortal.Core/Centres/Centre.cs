namespace ResidentPortal.Core.Centres;

/// <summary>A registration centre.</summary>
public sealed record Centre
{
    /// <summary>Its id, <c>10001</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its address, a line each.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>Its phone.</summary>
    public string? Phone { get; init; }

    /// <summary>Where it is.</summary>
    public GeoPoint? Point { get; init; }

    /// <summary>When it opens on a working day; null where the platform does not say.</summary>
    public OpeningHours? Hours { get; init; }
}

/// <summary>On which days a centre is open.</summary>
/// <param name="Working">The days of the week; null where the platform does not say.</param>
/// <param name="Holidays">The holidays of this year and the next, as far as they are known, the earliest first.</param>
public sealed record OpeningDays(IReadOnlySet<DayOfWeek>? Working, IReadOnlyList<Holiday> Holidays);

/// <summary>A day on which a centre is closed.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">What it is called.</param>
public sealed record Holiday(DateOnly Day, string Name);

/// <summary>A centre with the days it is open.</summary>
/// <param name="Centre">The centre.</param>
/// <param name="Days">Its days.</param>
/// <param name="Metres">How far it is from where somebody asked.</param>
public sealed record CentreFacts(Centre Centre, OpeningDays Days, double? Metres = null);
