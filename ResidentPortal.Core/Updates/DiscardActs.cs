using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>Brings the discarding of an update to its end: reads the platform's record, and takes back the act that had sent it, if one here had.</summary>
public sealed class DiscardActs(IDbContextFactory<PortalDbContext> databases, ActCourse course, IUpdateRecords records, LookupKeys keys, Vault vault, TimeProvider clock)
{
    private static readonly ActEnding Ending = new(AuditEvent.UpdateDiscarded, NoticeKind.UpdateDiscarded, NoticeKind.UpdateNotDiscarded, NoticeKind.UpdateNotDiscarded);

    /// <summary>Takes the platform's answer, and reads back at once where it was taken. That there is none any more is what was wished.</summary>
    public Task CloseAsync(string eventId, Outcome<Done> answer) =>
        course.AnswerAsync(eventId, answer.Problem is { Kind: ProblemKind.NotFound } ? null : answer.Problem, Ending, LookAsync);

    /// <summary>Looks whether the update still waits.</summary>
    public async Task LookAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        var rid = DiscardUpdateOrder.OfWish(vault, row.Wish).Rid;
        var read = await records.ListPendingAsync(vault.OpenIndividualId(row.SealedUin).Uin!, CancellationToken.None);
        if (!read.Try(out var waiting, out _) || rid is null || waiting.Any(one => one.Rid == rid))
        {
            await course.LookLaterAsync(row, read.IsSuccess, Ending);
            return;
        }

        await CancelAsync(keys.Registration(rid));
        await course.EndAsync(eventId, ActState.Confirmed, Ending);
    }

    private async Task CancelAsync(string ridKey)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(row => row.RidKey == ridKey && row.Kind == ActKind.UpdateIdentity && (row.State == ActState.Accepted || row.State == ActState.Unknown)).ExecuteUpdateAsync(update => update
            .SetProperty(row => row.State, ActState.Cancelled).SetProperty(row => row.SettledAt, now).SetProperty(row => row.NextLookAt, (DateTimeOffset?)null));
    }
}
