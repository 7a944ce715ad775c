using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>
/// The way of an act after the platform was asked: taken, unknown, looked at again, ended. An end writes state, result, notice and audit in one transaction, once.
/// What to read at the platform, the feature of the act says.
/// </summary>
public sealed class ActCourse(IDbContextFactory<PortalDbContext> databases, Vault vault, Notices notices, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The purpose under which results are sealed.</summary>
    internal const string ResultPurpose = "act-result";

    /// <summary>How long after the last look the next one is: five looks in about an hour and a quarter.</summary>
    internal static readonly TimeSpan[] LookAfter =
        [TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)];

    /// <summary>Takes the platform's answer: what it took is looked at at once, what it refused is over, and silence is looked into later.</summary>
    public async Task AnswerAsync(string eventId, Problem? problem, ActEnding ending, Func<string, Task> lookAsync)
    {
        switch (problem?.Kind)
        {
            case null:
                await MoveAsync(eventId, ActState.Accepted, problem: null, LookAfter[0]);
                await lookAsync(eventId);
                break;
            case ProblemKind.Unknown:
                await MoveAsync(eventId, ActState.Unknown, problem, LookAfter[0]);
                break;
            default:
                await EndAsync(eventId, problem.Kind is ProblemKind.Unavailable ? ActState.Failed : ActState.Refused, ending, problem);
                break;
        }
    }

    /// <summary>The act as long as its end is open; null afterwards.</summary>
    public async Task<ServiceRequestRow?> FindOpenAsync(string eventId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.ServiceRequests.AsNoTracking().SingleAsync(one => one.EventId == eventId);
        return row.State.IsEnd() ? null : row;
    }

    /// <summary>Notes an answer: the state, and when to look what came of it.</summary>
    public async Task MoveAsync(string eventId, ActState state, Problem? problem, TimeSpan lookAfter)
    {
        var next = clock.GetUtcNow() + lookAfter;
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(one => one.EventId == eventId && one.State == ActState.Asked).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, state).SetProperty(one => one.Problem, problem == null ? null : problem.Key).SetProperty(one => one.NextLookAt, next));
    }

    /// <summary>
    /// A look found nothing done: there is a later one. After the last look the act ends as not done, or stays unknown for good where the platform's record could
    /// not be read.
    /// </summary>
    public async Task LookLaterAsync(ServiceRequestRow row, bool couldRead, ActEnding ending)
    {
        if (row.Looks < LookAfter.Length)
        {
            var (state, next) = (row.State is ActState.Asked ? ActState.Unknown : row.State, clock.GetUtcNow() + LookAfter[row.Looks]);
            await using var db = await databases.CreateDbContextAsync();
            await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.Looks == row.Looks && one.State == row.State).ExecuteUpdateAsync(update => update
                .SetProperty(one => one.State, state).SetProperty(one => one.Looks, one => one.Looks + 1).SetProperty(one => one.NextLookAt, next));
        }
        else if (couldRead)
        {
            await EndAsync(row.EventId, ActState.Failed, ending);
        }
        else
        {
            await GiveUpAsync(row, ending);
        }
    }

    /// <summary>Puts an act that was not done back to be sent again: for wishes that wait for no code, and do no harm when they are done twice.</summary>
    internal async Task SendLaterAsync(ServiceRequestRow row, Problem? problem)
    {
        var next = clock.GetUtcNow() + LookAfter[Math.Min(row.Looks, LookAfter.Length - 1)];
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.Looks == row.Looks && (one.State == ActState.Asked || one.State == ActState.Accepted || one.State == ActState.Unknown))
            .ExecuteUpdateAsync(update => update
                .SetProperty(one => one.State, ActState.Draft).SetProperty(one => one.Problem, problem == null ? null : problem.Key)
                .SetProperty(one => one.Looks, one => one.Looks + 1).SetProperty(one => one.NextLookAt, next));
    }

    /// <summary>Ends an act, unless it has ended already. The result is what a page may show of what came of it.</summary>
    public async Task EndAsync(string eventId, ActState state, ActEnding ending, Problem? problem = null, string? result = null)
    {
        var now = clock.GetUtcNow();

        // Before the transaction: to seal may make a new key, which is written by a connection of its own.
        var sealedResult = result is null ? null : vault.Seal(ResultPurpose, result);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.ServiceRequests.SingleAsync(one => one.EventId == eventId);
        if (row.State.IsEnd())
        {
            return;
        }

        (row.State, row.Problem, row.SettledAt, row.NextLookAt, row.SealedResult) = (state, problem?.Key, now, null, sealedResult ?? row.SealedResult);
        var isDone = state is ActState.Confirmed;
        if (isDone && ending.WhenDone is { } whenDone)
        {
            await whenDone(db, row, now);
        }

        notices.Add(db, new Notice(isDone ? ending.Done : ending.NotDone, row.SealedUin, row.Language, $"act {eventId} end", eventId) { Facts = ending.Facts(row) });
        await trail.AppendAsync(db, ending.Event, isDone ? AuditResult.Success : AuditResult.Failure, row.PersonKey, eventId, problem?.Key);
        await transaction.CommitAsync();
        notices.Raise();
    }

    // Every look failed: it stays unknown, and the resident is told so.
    private async Task GiveUpAsync(ServiceRequestRow row, ActEnding ending)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.ServiceRequests.Where(one => one.EventId == row.EventId).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, ActState.Unknown).SetProperty(one => one.NextLookAt, (DateTimeOffset?)null));
        notices.Add(db, new Notice(ending.Unknown, row.SealedUin, row.Language, $"act {row.EventId} unknown", row.EventId) { Facts = ending.Facts(row) });
        await trail.AppendAsync(db, ending.Event, AuditResult.Unknown, row.PersonKey, row.EventId);
        await transaction.CommitAsync();
        notices.Raise();
    }
}
