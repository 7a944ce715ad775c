using System.Globalization;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>Brings a lock act to its end: reads the platform's record, and writes the timed unlocks with it. Used by the flow that asked and by the worker that looks again.</summary>
public sealed class LockActs(ActCourse course, IAuthTypeRegistry registry, Vault vault, TimeProvider clock)
{
    // The resident is reminded this long before a timed unlock ends, if it is longer than twice that.
    private static readonly TimeSpan RemindBefore = TimeSpan.FromMinutes(5);

    // The platform's clock and ours may differ a little.
    private static readonly TimeSpan RelockGrace = TimeSpan.FromSeconds(10);

    // Then the platform was away for days, and the resident is told that it was not done.
    private static readonly TimeSpan TryAlarmFor = TimeSpan.FromDays(3);

    private static readonly ActEnding Ending = new(AuditEvent.AuthTypesChanged, NoticeKind.LocksChanged, NoticeKind.LocksNotChanged, NoticeKind.LocksUnknown)
    {
        Facts = row => Facts(LockOrder.OfWish(row.Wish).Changes),
        WhenDone = TimeAsync,
    };

    /// <summary>Takes the platform's answer to the change, and reads back at once where it was taken.</summary>
    public Task CloseAsync(string eventId, Outcome<Done> answer) => course.AnswerAsync(eventId, answer.Problem, Ending, LookAsync);

    /// <summary>Whether an alarm's locks are still tried.</summary>
    internal bool MayTryAgain(ServiceRequestRow row) => clock.GetUtcNow() < row.CreatedAt + TryAlarmFor;

    /// <summary>Looks at the platform's record whether the act was done.</summary>
    public async Task LookAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        var order = LockOrder.OfWish(row.Wish);
        var read = await registry.ReadAsync(vault.OpenIndividualId(row.SealedUin), CancellationToken.None);
        if (read.Try(out var states, out _) && IsDone(order.Changes, states))
        {
            await course.EndAsync(eventId, ActState.Confirmed, Ending);
        }
        else if (order.IsAlarm && row.Looks >= (read.IsSuccess ? 1 : ActCourse.LookAfter.Length) && MayTryAgain(row))
        {
            await course.SendLaterAsync(row, read.Problem);
        }
        else
        {
            await course.LookLaterAsync(row, read.IsSuccess, Ending);
        }
    }

    private static bool IsDone(IReadOnlyList<AuthTypeChange> changes, IReadOnlyList<AuthTypeState> states) =>
        changes.All(change => states.Any(state => state.Type == change.Type && state.IsLocked == change.Lock && (change.Lock || (change.UnlockFor is null) == (state.UnlockedFor is null))));

    private static async Task TimeAsync(PortalDbContext db, ServiceRequestRow row, DateTimeOffset now)
    {
        foreach (var change in LockOrder.OfWish(row.Wish).Changes)
        {
            var timed = await db.TimedUnlocks.FindAsync(row.PersonKey, change.Type);
            if (timed is not null)
            {
                db.TimedUnlocks.Remove(timed);
                await db.SaveChangesAsync();
            }

            if (change is { Lock: false, UnlockFor: { } time })
            {
                var until = (row.AskedAt ?? now) + time;
                db.TimedUnlocks.Add(new TimedUnlockRow
                {
                    PersonKey = row.PersonKey,
                    Type = change.Type,
                    EventId = row.EventId,
                    SealedUin = row.SealedUin,
                    Language = row.Language,
                    Until = until,
                    RemindAt = time >= 2 * RemindBefore ? until - RemindBefore : null,
                    NextLookAt = time >= 2 * RemindBefore ? until - RemindBefore : until + RelockGrace,
                });
            }
        }
    }

    private static Dictionary<string, string> Facts(IReadOnlyList<AuthTypeChange> changes) => new(StringComparer.Ordinal)
    {
        ["locked"] = string.Join(',', changes.Where(change => change.Lock).Select(change => change.Type)),
        ["unlocked"] = string.Join(',', changes.Where(change => !change.Lock).Select(change => change.Type)),
        ["minutes"] = changes.Select(change => change.UnlockFor).FirstOrDefault(time => time is not null) is { } time ? ((int)time.TotalMinutes).ToString(CultureInfo.InvariantCulture) : string.Empty,
    };

    internal static DateTimeOffset LookForRelockAt(DateTimeOffset until) => until + RelockGrace;
}
