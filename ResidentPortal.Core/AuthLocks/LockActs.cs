using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>
/// Brings a lock act to its end: reads the platform's record, writes the state, the notice, the timed unlocks and the audit in one transaction. Used by the flow
/// that asked and by the worker that looks again.
/// </summary>
public sealed class LockActs(IDbContextFactory<PortalDbContext> databases, IAuthTypeRegistry registry, Vault vault, Notices notices, AuditTrail trail, TimeProvider clock)
{
    /// <summary>How long after the last look the next one is: five looks in about an hour and a quarter.</summary>
    internal static readonly TimeSpan[] LookAfter =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    // The resident is reminded this long before a timed unlock ends, if it is longer than twice that.
    private static readonly TimeSpan RemindBefore = TimeSpan.FromMinutes(5);

    // The platform's clock and ours may differ a little.
    private static readonly TimeSpan RelockGrace = TimeSpan.FromSeconds(10);

    /// <summary>Takes the platform's answer to the change, and reads back at once where it was taken.</summary>
    public async Task CloseAsync(string eventId, Outcome<Done> answer)
    {
        switch (answer.Problem?.Kind)
        {
            case null:
                await MoveAsync(eventId, ActState.Accepted, problem: null);
                await LookAsync(eventId);
                break;
            case ProblemKind.Unknown:
                await MoveAsync(eventId, ActState.Unknown, answer.Problem);
                break;
            case ProblemKind.Unavailable:
                await EndAsync(eventId, ActState.Failed, answer.Problem);
                break;
            default:
                await EndAsync(eventId, ActState.Refused, answer.Problem);
                break;
        }
    }

    /// <summary>Looks at the platform's record whether the act was done. After the last look it ends as not done, or stays unknown where nothing could be read.</summary>
    public async Task LookAsync(string eventId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.ServiceRequests.AsNoTracking().SingleAsync(one => one.EventId == eventId);
        if (row.State.IsEnd())
        {
            return;
        }

        var read = await registry.ReadAsync(vault.OpenIndividualId(row.SealedUin), CancellationToken.None);
        if (read.Try(out var states, out _) && IsDone(LockOrder.OfWish(row.Wish).Changes, states))
        {
            await EndAsync(eventId, ActState.Confirmed, problem: null);
        }
        else if (row.Looks < LookAfter.Length)
        {
            await ScheduleAsync(db, row, row.State is ActState.Asked ? ActState.Unknown : row.State);
        }
        else if (read.IsSuccess)
        {
            await EndAsync(eventId, ActState.Failed, problem: null);
        }
        else
        {
            await GiveUpLookingAsync(row);
        }
    }

    private static bool IsDone(IReadOnlyList<AuthTypeChange> changes, IReadOnlyList<AuthTypeState> states) =>
        changes.All(change => states.Any(state => state.Type == change.Type && state.IsLocked == change.Lock && (change.Lock || (change.UnlockFor is null) == (state.UnlockedFor is null))));

    private async Task ScheduleAsync(PortalDbContext db, ServiceRequestRow row, ActState state)
    {
        var next = clock.GetUtcNow() + LookAfter[row.Looks];
        await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.Looks == row.Looks && one.State == row.State).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, state).SetProperty(one => one.Looks, one => one.Looks + 1).SetProperty(one => one.NextLookAt, next));
    }

    private async Task MoveAsync(string eventId, ActState state, Problem? problem)
    {
        var next = clock.GetUtcNow() + LookAfter[0];
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(one => one.EventId == eventId && one.State == ActState.Asked).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, state).SetProperty(one => one.Problem, problem == null ? null : problem.Key).SetProperty(one => one.NextLookAt, next));
    }

    private async Task EndAsync(string eventId, ActState state, Problem? problem)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.ServiceRequests.SingleAsync(one => one.EventId == eventId);
        if (row.State.IsEnd())
        {
            return;
        }

        (row.State, row.Problem, row.SettledAt, row.NextLookAt) = (state, problem?.Key, now, null);
        var changes = LockOrder.OfWish(row.Wish).Changes;
        if (state is ActState.Confirmed)
        {
            await TimeAsync(db, row, changes, now);
        }

        var kind = state is ActState.Confirmed ? NoticeKind.LocksChanged : NoticeKind.LocksNotChanged;
        notices.Add(db, new Notice(kind, row.SealedUin, row.Language, $"act {eventId} end", eventId) { Facts = Facts(changes) });
        await trail.AppendAsync(db, AuditEvent.AuthTypesChanged, state is ActState.Confirmed ? AuditResult.Success : AuditResult.Failure, row.PersonKey, eventId, problem?.Key);
        await transaction.CommitAsync();
        notices.Raise();
    }

    // Every look failed: it stays unknown, and the resident is told so.
    private async Task GiveUpLookingAsync(ServiceRequestRow row)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.ServiceRequests.Where(one => one.EventId == row.EventId).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, ActState.Unknown).SetProperty(one => one.NextLookAt, (DateTimeOffset?)null));
        notices.Add(db, new Notice(NoticeKind.LocksUnknown, row.SealedUin, row.Language, $"act {row.EventId} unknown", row.EventId) { Facts = Facts(LockOrder.OfWish(row.Wish).Changes) });
        await trail.AppendAsync(db, AuditEvent.AuthTypesChanged, AuditResult.Unknown, row.PersonKey, row.EventId);
        await transaction.CommitAsync();
        notices.Raise();
    }

    private static async Task TimeAsync(PortalDbContext db, ServiceRequestRow row, IReadOnlyList<AuthTypeChange> changes, DateTimeOffset now)
    {
        foreach (var change in changes)
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
