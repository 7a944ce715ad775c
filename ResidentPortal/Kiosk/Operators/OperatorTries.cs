using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>How often somebody at one device or in one network may be wrong, whoever they say they are.</summary>
internal sealed class OperatorTries(IDbContextFactory<OperatorDbContext> databases, LookupKeys keys, TimeProvider clock)
{
    private const int PerDevice = 10;
    private const int PerNetwork = 60;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>The problem where a visitor was wrong too often.</summary>
    public async Task<Problem?> JudgeAsync(Visitor visitor, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var since = clock.GetUtcNow() - Window;
        foreach (var (subject, most) in new[] { (Device(visitor), PerDevice), (Network(visitor), PerNetwork) })
        {
            var oldest = await db.Tries.Where(row => row.Subject == subject && row.At > since)
                .OrderByDescending(row => row.At).Skip(most - 1).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancellationToken);
            if (oldest is { } at)
            {
                return OperatorProblems.TooManyTries.With("at", at + Window);
            }
        }

        return null;
    }

    /// <summary>Notes a wrong try, and forgets those that count no more.</summary>
    public async Task NoteAsync(Visitor visitor)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        var now = clock.GetUtcNow();
        db.Tries.AddRange(new OperatorTryRow { Subject = Device(visitor), At = now }, new OperatorTryRow { Subject = Network(visitor), At = now });
        await db.SaveChangesAsync(CancellationToken.None);
        await db.Tries.Where(row => row.At <= now - Window).ExecuteDeleteAsync(CancellationToken.None);
    }

    private string Device(Visitor visitor) => keys.Hash("operator-device", visitor.DeviceToken);

    private string Network(Visitor visitor) => keys.Hash("operator-network", visitor.Network);
}
