namespace ResidentPortal.Core.Centres;

/// <summary>The hours of a centre on a working day, on its own clock.</summary>
/// <param name="Opens">When it opens.</param>
/// <param name="Closes">When it closes.</param>
/// <param name="Lunch">Its pause, where it has one.</param>
public sealed record OpeningHours(TimeOnly Opens, TimeOnly Closes, Pause? Lunch)
{
    private const int DaysAhead = 14;

    /// <summary>Whether it is open at a time of its own clock, and until when; else when it opens. Null where nobody knows its days.</summary>
    public Opening? At(DateTime local, OpeningDays days)
    {
        if (days.Working is null)
        {
            return null;
        }

        var (today, time) = (DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
        if (IsWorking(today, days) && time < Closes)
        {
            return time < Opens ? new Opening(OpeningState.Closed, today.ToDateTime(Opens))
                : Lunch is { } lunch && time >= lunch.From && time < lunch.To ? new Opening(OpeningState.AtLunch, today.ToDateTime(lunch.To))
                : new Opening(OpeningState.Open, today.ToDateTime(Lunch is { } later && time < later.From ? later.From : Closes));
        }

        var next = Enumerable.Range(1, DaysAhead).Select(today.AddDays).Where(day => IsWorking(day, days)).Select(day => (DateTime?)day.ToDateTime(Opens)).FirstOrDefault();
        return new Opening(OpeningState.Closed, next);
    }

    private static bool IsWorking(DateOnly day, OpeningDays days) => days.Working!.Contains(day.DayOfWeek) && days.Holidays.All(holiday => holiday.Day != day);
}

/// <summary>A pause at noon.</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends.</param>
public sealed record Pause(TimeOnly From, TimeOnly To);

/// <summary>Whether a centre is open.</summary>
/// <param name="State">Whether it is.</param>
/// <param name="Changes">Until when it is so; null where it does not open within two weeks.</param>
public sealed record Opening(OpeningState State, DateTime? Changes);

/// <summary>Whether a centre is open at a time.</summary>
public enum OpeningState
{
    /// <summary>It is open.</summary>
    Open,

    /// <summary>It is closed for lunch.</summary>
    AtLunch,

    /// <summary>It is closed.</summary>
    Closed,
}
