using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>Counts what is limited, in the database, so that a restart forgets nothing. To be used inside the transaction of what is counted.</summary>
public sealed class Attempts(TimeProvider clock)
{
    private static readonly Statement NthNewest = new(
        """
        SELECT "At" FROM "Attempts" WHERE "Action" = @action AND "Subject" = @subject AND "At" > @since ORDER BY "At" DESC LIMIT 1 OFFSET @newer
        """,
        "@action", "@subject", "@since", "@newer");

    /// <summary>Notes one attempt.</summary>
    public async Task NoteAsync(PortalDbContext db, AttemptAction action, params string[] subjects)
    {
        foreach (var subject in subjects)
        {
            await db.InsertAsync(new AttemptRow { Action = action, Subject = subject, At = clock.GetUtcNow() });
        }
    }

    /// <summary>When the next attempt is allowed, or null for now.</summary>
    public async Task<DateTimeOffset?> BlockedUntilAsync(PortalDbContext db, AttemptAction action, string subject, params Allowance[] allowances)
    {
        DateTimeOffset? until = null;
        foreach (var (count, window) in allowances)
        {
            var oldestThatCounts = await NthNewest.With(db, action.ToString(), subject, (clock.GetUtcNow() - window).ToUnixTimeMilliseconds(), count - 1).ExecuteScalarAsync();
            if (oldestThatCounts is long at && DateTimeOffset.FromUnixTimeMilliseconds(at) + window is var free && (until is null || free > until))
            {
                until = free;
            }
        }

        return until;
    }

    /// <summary>Until when a subject pauses that has made so many attempts in a day: its last attempt and the pause; null where it does not.</summary>
    public async Task<DateTimeOffset?> PausedUntilAsync(PortalDbContext db, AttemptAction action, string subject, int perDay, TimeSpan pause)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-1);
        var attempts = db.Attempts.Where(row => row.Action == action && row.Subject == subject && row.At > since);
        if (await attempts.CountAsync() < perDay)
        {
            return null;
        }

        var until = await attempts.MaxAsync(row => row.At) + pause;
        return until > now ? until : null;
    }
}

/// <summary>So many in so long.</summary>
/// <param name="Count">How many are allowed.</param>
/// <param name="Window">In how long.</param>
public sealed record Allowance(int Count, TimeSpan Window);
