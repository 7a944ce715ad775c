namespace ResidentPortal.Core.History;

/// <summary>How often to look at what takes days: often while it is new, then seldom; and whoever opens its page sees it anew.</summary>
internal static class SlowLooks
{
    private static readonly (TimeSpan Younger, TimeSpan Every)[] Rhythm =
        [(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(1)), (TimeSpan.FromDays(1), TimeSpan.FromMinutes(30)), (TimeSpan.MaxValue, TimeSpan.FromHours(6))];

    /// <summary>How long after a look the next one is, at this age.</summary>
    public static TimeSpan After(TimeSpan age) => Rhythm.First(one => age < one.Younger).Every;
}
