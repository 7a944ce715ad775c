using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>How long acts usually take, as the portal itself has measured: the middle one of those done in the last ninety days, where there are twenty.</summary>
public sealed class UsualTimes(IDbContextFactory<PortalDbContext> databases, TimeProvider clock)
{
    private const int Fewest = 20;

    // Of so many the middle one does not move any more; and an hour is soon enough.
    private const int Most = 1000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan MeasuredOver = TimeSpan.FromDays(90);

    private readonly ConcurrentDictionary<ActKind, (DateTimeOffset ReadAt, TimeSpan? Time)> _known = [];

    internal async Task<TimeSpan?> FindAsync(ActKind kind, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_known.TryGetValue(kind, out var known) && now - known.ReadAt < KeptFor)
        {
            return known.Time;
        }

        var time = await MeasureAsync(kind, now - MeasuredOver, cancellationToken);
        _known[kind] = (now, time);
        return time;
    }

    private async Task<TimeSpan?> MeasureAsync(ActKind kind, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var done = await db.ServiceRequests.Where(row => row.Kind == kind && row.State == ActState.Confirmed && row.AskedAt != null && row.SettledAt > since)
            .OrderByDescending(row => row.SettledAt).Take(Most).Select(row => new { row.AskedAt, row.SettledAt }).ToListAsync(cancellationToken);
        return done.Count < Fewest ? null : done.Select(act => act.SettledAt!.Value - act.AskedAt!.Value).Order().ElementAt(done.Count / 2);
    }
}
