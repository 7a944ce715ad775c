using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sessions;

/// <summary>Shows a resident where they are signed in, and which sign-ins there were before: their own alone.</summary>
public sealed class ShowSignIns(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, TimeProvider clock)
{
    private const int MostEnded = 20;
    private const int Days = 90;

    /// <summary>The sign-ins. Problems: those of the sign-in.</summary>
    public async Task<Outcome<SignInOverview>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var (since, yesterday) = (now.AddDays(-Days), now.AddDays(-1));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);

        // A person has few open sign-ins; of the many that are over the newest are enough.
        var rows = await db.Sessions.AsNoTracking().Where(row => row.PersonKey == session.PersonKey && row.VisitId == null && row.SignedInAt > since)
            .OrderByDescending(row => row.EndedAt == null).ThenByDescending(row => row.SignedInAt).Take(MostEnded + SignInOverview.MostOpen).ToListAsync(cancellationToken);
        var wrong = await db.Attempts.CountAsync(row => row.Action == AttemptAction.CodeWrong && row.Subject == session.PersonKey && row.At > yesterday, cancellationToken);
        var all = rows.ConvertAll(row => sessions.EndOf(row) is { } end ? Entry(row) with { End = end, EndedAt = sessions.EndsAt(row) } : Entry(row));
        return new SignInOverview(
            all.Single(one => one.Id == sessionId),
            [.. all.Where(one => one.End is null && one.Id != sessionId)],
            [.. all.Where(one => one.End is not null).OrderByDescending(one => one.SignedInAt).Take(MostEnded)],
            wrong);
    }

    private static SignInEntry Entry(SessionRow row) => new(row.Id, row.SignedInAt, row.LastSeenAt, row.Channel)
    {
        Browser = row.Browser,
        System = row.System,
        IsSharedDevice = row.IsSharedDevice,
        IsByProof = row.Allowed is not null,
    };
}

/// <summary>Where a resident is signed in.</summary>
/// <param name="This">The sign-in that asks.</param>
/// <param name="Others">The others that are alive.</param>
/// <param name="Ended">The newest of those that are over.</param>
/// <param name="WrongCodes">How many wrong codes were entered for the resident in a day.</param>
public sealed record SignInOverview(SignInEntry This, IReadOnlyList<SignInEntry> Others, IReadOnlyList<SignInEntry> Ended, int WrongCodes)
{
    /// <summary>More than may be open at a time: those that ended by the clock alone are not marked before somebody comes by.</summary>
    internal const int MostOpen = 20;
}

/// <summary>One sign-in as its owner sees it.</summary>
/// <param name="Id">Its id, which opens nothing.</param>
/// <param name="SignedInAt">Since when.</param>
/// <param name="LastSeenAt">When it was last used.</param>
/// <param name="Channel">The way its code came.</param>
public sealed record SignInEntry(Guid Id, DateTimeOffset SignedInAt, DateTimeOffset LastSeenAt, OtpChannel Channel)
{
    /// <summary>The family of the browser, where it was known.</summary>
    public string? Browser { get; init; }

    /// <summary>The family of the system.</summary>
    public string? System { get; init; }

    /// <summary>Whether the device was said not to be the resident's own.</summary>
    public bool IsSharedDevice { get; init; }

    /// <summary>Whether somebody else proved the person, so that there was no code of the portal's own.</summary>
    public bool IsByProof { get; init; }

    /// <summary>Why it is over; null while it is alive.</summary>
    public SessionEnd? End { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? EndedAt { get; init; }
}
