using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Follows what was shared until the organisation has it. A request without an answer cannot be found at the platform, which lists none by person: it stays unknown, and is never sent
/// again by itself.
/// </summary>
public sealed class ShareActs(IDbContextFactory<PortalDbContext> databases, ActCourse course, IShareRequests requests, Vault vault, TimeProvider clock)
{
    private static readonly TimeSpan New = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(10);

    private ActEnding Ending => new(AuditEvent.DataShared, NoticeKind.DataShared, NoticeKind.DataNotShared, NoticeKind.DataShareUnknown)
    {
        Facts = row => ShareDataOrder.OfWish(vault, row.Wish) is var order
            ? new Dictionary<string, string>(StringComparer.Ordinal) { ["partner"] = order.PartnerName, ["partnerId"] = order.PartnerId }
            : [],
    };

    /// <summary>Takes the platform's answer. What it took is followed from now on by the platform's number for it.</summary>
    public async Task CloseAsync(string eventId, Outcome<Guid> answer)
    {
        if (!answer.Try(out var requestId, out var problem))
        {
            await course.AnswerAsync(eventId, problem, Ending, LookAsync);
            return;
        }

        var next = clock.GetUtcNow() + ActCourse.LookAfter[0];
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(one => one.EventId == eventId && one.State == ActState.Asked).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, ActState.Accepted).SetProperty(one => one.PlatformRequestId, requestId).SetProperty(one => one.NextLookAt, next));
    }

    /// <summary>Looks whether the organisation has the data.</summary>
    public async Task LookAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        if (row.State is not ActState.Accepted)
        {
            await course.LookLaterAsync(row, couldRead: false, Ending);
            return;
        }

        var found = await requests.FindShareAsync(row.PlatformRequestId!.Value, CancellationToken.None);
        switch (found.Try(out var stage, out _) ? stage : ShareStage.Waiting)
        {
            case ShareStage.HandedOver:
                await course.EndAsync(eventId, ActState.Confirmed, Ending);
                break;
            case ShareStage.Failed:
                await course.EndAsync(eventId, ActState.Failed, Ending);
                break;
            case ShareStage.TakenBack:
                await using (var db = await databases.CreateDbContextAsync())
                {
                    await TakeBackAsync(db, eventId, clock.GetUtcNow());
                }

                break;
            default:
                await LookLaterAsync(row);
                break;
        }
    }

    /// <summary>Ends a sharing that another program took back. The resident is told that nothing was handed over.</summary>
    internal Task EndTakenBackAsync(string eventId) => course.EndAsync(eventId, ActState.Cancelled, Ending);

    /// <summary>Ends a sharing as taken back, unless it has ended already. That this was withdrawn the notice of the withdrawal tells.</summary>
    internal static Task TakeBackAsync(PortalDbContext db, string eventId, DateTimeOffset now) => db.ServiceRequests
        .Where(one => one.EventId == eventId && (one.State == ActState.Accepted || one.State == ActState.Unknown)).ExecuteUpdateAsync(update => update
            .SetProperty(one => one.State, ActState.Cancelled).SetProperty(one => one.SettledAt, now).SetProperty(one => one.NextLookAt, (DateTimeOffset?)null));

    // The platform hands over within seconds as it is shipped: often while it is new, then seldom.
    private async Task LookLaterAsync(ServiceRequestRow row)
    {
        var now = clock.GetUtcNow();
        var next = now + (now - row.CreatedAt < New ? Often : SlowLooks.After(now - row.CreatedAt));
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.State == ActState.Accepted).ExecuteUpdateAsync(update => update.SetProperty(one => one.NextLookAt, next));
    }
}
