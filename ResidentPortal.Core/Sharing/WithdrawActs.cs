using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Brings a withdrawal to its end by what the platform's own record says: taken back in time, or handed over already. Either way the consent is withdrawn, and the resident is told which.
/// </summary>
public sealed class WithdrawActs(IDbContextFactory<PortalDbContext> databases, ActCourse course, IShareRequests requests)
{
    /// <summary>Takes the platform's answer, and reads at once what it means. That it came too late is an answer as well.</summary>
    public Task CloseAsync(string eventId, Outcome<Done> answer) =>
        course.AnswerAsync(eventId, answer.Problem is { Kind: ProblemKind.Conflict or ProblemKind.NotFound } ? null : answer.Problem, Ending(effect: null), LookAsync);

    /// <summary>Looks what became of the sharing.</summary>
    public async Task LookAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        var share = await FindShareAsync(row);
        if (Told(share.State) is { } effect)
        {
            await EndAsync(eventId, share, effect);
            return;
        }

        var found = await requests.FindShareAsync(share.PlatformRequestId!.Value, CancellationToken.None);
        switch (found.Try(out var stage, out var problem) ? stage : ShareStage.Waiting)
        {
            case ShareStage.TakenBack or ShareStage.Failed:
                await EndAsync(eventId, share, WithdrawEffect.InTime);
                break;
            case ShareStage.HandedOver:
                await EndAsync(eventId, share, WithdrawEffect.TooLate);
                break;
            case var _ when problem == SharingProblems.UnknownRequest:
                await EndAsync(eventId, share, WithdrawEffect.Unclear);
                break;
            default:
                await course.LookLaterAsync(row, couldRead: problem is null, Ending(effect: null));
                break;
        }
    }

    // What the ledger knows already: nothing has to be read for it.
    private static WithdrawEffect? Told(ActState share) => share switch
    {
        ActState.Confirmed => WithdrawEffect.TooLate,
        ActState.Cancelled or ActState.Failed => WithdrawEffect.InTime,
        ActState.Unknown => WithdrawEffect.Unclear,
        _ => null,
    };

    private Task EndAsync(string eventId, ServiceRequestRow share, WithdrawEffect effect) => course.EndAsync(
        eventId,
        ActState.Confirmed,
        Ending(effect) with { WhenDone = effect is WithdrawEffect.InTime ? (db, _, now) => ShareActs.TakeBackAsync(db, share.EventId, now) : null },
        result: new WithdrawResult(effect).ToText());

    private async Task<ServiceRequestRow> FindShareAsync(ServiceRequestRow withdrawal)
    {
        var eventId = WithdrawShareOrder.OfWish(withdrawal.Wish).ShareEventId;
        await using var db = await databases.CreateDbContextAsync();
        return await db.ServiceRequests.AsNoTracking().SingleAsync(one => one.EventId == eventId && one.PersonKey == withdrawal.PersonKey);
    }

    private static ActEnding Ending(WithdrawEffect? effect) => new(AuditEvent.ShareWithdrawn, NoticeKind.ShareWithdrawn, NoticeKind.ShareNotWithdrawn, NoticeKind.ShareNotWithdrawn)
    {
        Facts = row => new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["partner"] = WithdrawShareOrder.OfWish(row.Wish).PartnerName, ["effect"] = effect?.ToString() ?? string.Empty,
        },
    };
}
