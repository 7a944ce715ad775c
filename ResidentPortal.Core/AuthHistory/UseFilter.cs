namespace ResidentPortal.Core.AuthHistory;

/// <summary>Which uses a resident wants to see; what is null is not asked for.</summary>
public sealed record UseFilter
{
    /// <summary>The zone of the days, of the night and of the reader's clock.</summary>
    public required TimeZoneInfo Zone { get; init; }

    /// <summary>How many days back, today among them.</summary>
    public int? Days { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>One way.</summary>
    public UseWays? Way { get; init; }

    /// <summary>How it ended, or what is marked.</summary>
    public UseOutcome? Outcome { get; init; }

    /// <summary>The organisation, by its key (<see cref="UseOrganisation.Key"/>).</summary>
    public string? Organisation { get; init; }

    /// <summary>The number, by its key (<see cref="UseNumber.Key"/>).</summary>
    public string? Number { get; init; }

    /// <summary>Whether what the platform and this portal did themselves is left out.</summary>
    public bool HidesOwn { get; init; }

    /// <summary>Whether a moment lies within the days asked for.</summary>
    internal bool HasDay(DateTimeOffset at, DateTimeOffset now)
    {
        if (Days is null && From is null && To is null)
        {
            return true;
        }

        var day = DayOf(at);
        return (Days is not { } days || day > DayOf(now).AddDays(-days)) && (From is not { } from || day >= from) && (To is not { } to || day <= to);
    }

    private DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);
}

/// <summary>How a use ended, or what is marked at it.</summary>
public enum UseOutcome
{
    /// <summary>It was accepted.</summary>
    Accepted,

    /// <summary>It was refused, for whatever reason.</summary>
    Refused,

    /// <summary>It was refused because the owner had locked the way.</summary>
    Stopped,

    /// <summary>Something about it is unusual.</summary>
    Unusual,
}

/// <summary>What is unusual about a use.</summary>
[Flags]
public enum UnusualMarks
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The organisation had not used the identity before.</summary>
    NewOrganisation = 1,

    /// <summary>No organisation had used the identity in this way before.</summary>
    NewWay = 2,

    /// <summary>It was at night.</summary>
    Night = 4,

    /// <summary>Three or more were refused within an hour.</summary>
    ManyRefused = 8,
}
