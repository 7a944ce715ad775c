using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>
/// Counts what the whole nation does in a minute, by the second: a ceiling is found by adding up some sixty rows, however high it is. To be used inside the transaction of what is
/// counted.
/// </summary>
public sealed class NationTally(TimeProvider clock)
{
    private const int Window = 60;

    private static readonly Statement Sum = new(
        """SELECT COALESCE(SUM("Count"), 0) FROM "NationTallies" WHERE "Action" = @action AND "Second" >= @since""", "@action", "@since");

    private static readonly Statement One = new(
        """
        INSERT INTO "NationTallies" ("Action", "Second", "Count") VALUES (@action, @second, 1)
        ON CONFLICT ("Action", "Second") DO UPDATE SET "Count" = "Count" + 1
        """,
        "@action", "@second");

    /// <summary>When the next attempt is allowed, or null for now. A second that has begun counts whole.</summary>
    public async Task<DateTimeOffset?> FullUntilAsync(PortalDbContext db, AttemptAction action, int perMinute)
    {
        var since = clock.GetUtcNow().ToUnixTimeSeconds() - Window;
        return (long)(await Sum.With(db, action.ToString(), since).ExecuteScalarAsync())! < perMinute
            ? null
            : DateTimeOffset.FromUnixTimeSeconds(await db.NationTallies.Where(row => row.Action == action && row.Second >= since).MinAsync(row => row.Second) + Window + 1);
    }

    /// <summary>Counts one attempt, at once.</summary>
    public Task NoteAsync(PortalDbContext db, AttemptAction action) => One.With(db, action.ToString(), clock.GetUtcNow().ToUnixTimeSeconds()).ExecuteNonQueryAsync();
}

/// <summary>How often the nation did one thing in one second: kept a day.</summary>
public sealed class NationTallyRow
{
    public required AttemptAction Action { get; init; }

    /// <summary>The second, counted from 1970.</summary>
    public required long Second { get; init; }

    public required int Count { get; init; }
}
