using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>Reminds before a timed unlock ends, and looks afterwards whether the platform has locked again; where it has not, the resident is told.</summary>
public sealed class WatchTimedUnlocks(IDbContextFactory<PortalDbContext> databases, IAuthTypeRegistry registry, Vault vault, Notices notices, AuditTrail trail, TimeProvider clock)
{
    private const int Batch = 100;

    /// <summary>How many unlocks were looked at.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.TimedUnlocks.AsNoTracking().Where(row => row.NextLookAt <= now).OrderBy(row => row.NextLookAt).Take(Batch).ToListAsync(cancellationToken);
        foreach (var row in due)
        {
            await (now < row.Until ? RemindAsync(row) : LookAsync(row));
        }

        notices.Raise();
        return due.Count;
    }

    private async Task RemindAsync(TimedUnlockRow seen)
    {
        await ChangeAsync(seen, (db, row) =>
        {
            (row.RemindAt, row.NextLookAt) = (null, LockActs.LookForRelockAt(row.Until));
            notices.Add(db, About(row, NoticeKind.UnlockEndsSoon, "reminder"));
            return Task.CompletedTask;
        });
    }

    private async Task LookAsync(TimedUnlockRow seen)
    {
        var read = await registry.ReadAsync(vault.OpenIndividualId(seen.SealedUin), CancellationToken.None);
        await ChangeAsync(seen, async (db, row) =>
        {
            if (read.Try(out var states, out _) && states.Any(state => state.Type == row.Type && state.IsLocked))
            {
                db.TimedUnlocks.Remove(row);
                await trail.AppendAsync(db, AuditEvent.RelockSeen, AuditResult.Success, row.PersonKey, row.EventId);
            }
            else if (row.Looks < ActCourse.LookAfter.Length)
            {
                (row.NextLookAt, row.Looks) = (clock.GetUtcNow() + ActCourse.LookAfter[row.Looks], row.Looks + 1);
            }
            else
            {
                db.TimedUnlocks.Remove(row);
                notices.Add(db, About(row, NoticeKind.StillUnlocked, "still"));
                await trail.AppendAsync(db, AuditEvent.RelockSeen, read.IsSuccess ? AuditResult.Failure : AuditResult.Unknown, row.PersonKey, row.EventId);
            }
        });
    }

    // Only as it was read: a newer act on the same type replaces the row, and then there is nothing to do.
    private async Task ChangeAsync(TimedUnlockRow seen, Func<PortalDbContext, TimedUnlockRow, Task> change)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.TimedUnlocks.SingleOrDefaultAsync(one => one.PersonKey == seen.PersonKey && one.Type == seen.Type && one.EventId == seen.EventId && one.NextLookAt == seen.NextLookAt);
        if (row is not null)
        {
            await change(db, row);
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        }
    }

    private static Notice About(TimedUnlockRow row, NoticeKind kind, string occasion) =>
        new(kind, row.SealedUin, row.Language, $"act {row.EventId} {row.Type} {occasion}", row.EventId)
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["unlocked"] = row.Type.ToString(), ["until"] = row.Until.ToString("O") },
        };
}
