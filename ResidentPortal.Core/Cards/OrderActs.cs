using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Follows orders of printed cards, which take days: looks at the partner's state, or at the packet's, in its own time, and writes each new stage down. A credential request
/// without an answer cannot be found at the platform, which lists none by person: it stays unknown. A packet is found by its RID. Neither is ever repeated by itself.
/// </summary>
public sealed class OrderActs(
    IDbContextFactory<PortalDbContext> databases, ActCourse course, ICredentialRequests requests, CardReprints reprints, Vault vault, Notices notices, AuditTrail trail,
    IOptions<CardOptions> options, TimeProvider clock)
{
    private static readonly ActEnding Ending = new(AuditEvent.CardOrdered, NoticeKind.CardDelivered, NoticeKind.CardNotOrdered, NoticeKind.CardOrderUnknown);

    private static readonly TimeSpan SeenLately = TimeSpan.FromSeconds(10);

    /// <summary>The order of a person whose end is open: sent, taken, or not known yet.</summary>
    internal async Task<ServiceRequestRow?> FindOpenAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ServiceRequests.AsNoTracking().FirstOrDefaultAsync(
            row => row.PersonKey == session.PersonKey && row.Kind == ActKind.OrderCard && row.NextLookAt != null, cancellationToken);
    }

    /// <summary>Takes the platform's answer. What it took is told to the resident, and followed from now on by the platform's number for it.</summary>
    public async Task CloseAsync(string eventId, Outcome<Guid> answer)
    {
        if (!answer.Try(out var requestId, out var problem))
        {
            await course.AnswerAsync(eventId, problem, Ending, LookAsync);
            return;
        }

        var now = clock.GetUtcNow();
        var progress = vault.Seal(ActCourse.ResultPurpose, new OrderProgress([new OrderStageSeen(OrderStage.Recorded, now)], now).ToText());
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var row = await db.ServiceRequests.SingleAsync(one => one.EventId == eventId);
        (row.State, row.PlatformRequestId, row.SealedResult, row.NextLookAt) = (ActState.Accepted, requestId, progress, now + SlowLooks.After(TimeSpan.Zero));
        notices.Add(db, new Notice(NoticeKind.CardOrdered, row.SealedUin, row.Language, $"act {eventId} taken", eventId));
        await trail.AppendAsync(db, AuditEvent.CardOrdered, AuditResult.Success, row.PersonKey, eventId);
        await transaction.CommitAsync();
        notices.Raise();
    }

    /// <summary>Looks how far an order has come, unless that was done a moment ago.</summary>
    public async Task LookAsync(string eventId)
    {
        if (await course.FindOpenAsync(eventId) is not { } row)
        {
            return;
        }

        if (row.State is not ActState.Accepted || vault.Open(ActCourse.ResultPurpose, row.SealedResult) is not { } text)
        {
            await LookForAnswerAsync(row);
            return;
        }

        var (now, before) = (clock.GetUtcNow(), OrderProgress.OfText(text));
        if (now - before.SeenAt < SeenLately)
        {
            return;
        }

        var found = row.SealedRid is null ? await requests.FindAsync(row.PlatformRequestId!.Value, CancellationToken.None) : await reprints.FindAsync(row);
        var after = found.Try(out var stage, out _) ? before.With(stage, now) : before;
        switch (after.Stage)
        {
            case OrderStage.Delivered:
                await course.EndAsync(eventId, ActState.Confirmed, Ending, result: after.ToText());
                break;
            case OrderStage.Failed or OrderStage.Cancelled:
                await course.EndAsync(eventId, ActState.Failed, Ending, result: after.ToText());
                break;
            case OrderStage.Printed or OrderStage.InTransit when IsOverdue():
            case OrderStage.WithPrinter when row.SealedRid is not null && IsOverdue():
                // Most print partners never say that a card has arrived, and of a packet nothing is told after they got it: by now the card should be there, and the resident may order again.
                await course.EndAsync(eventId, ActState.Confirmed, Ending, result: after.ToText());
                break;
            default:
                await NoteAsync(row, after, now);
                break;
        }

        bool IsOverdue() => now > after.Stages[^1].At.AddDays(options.Value.OrderDays);
    }

    // The answer was lost, or the process ended before it was written down.
    private async Task LookForAnswerAsync(ServiceRequestRow row)
    {
        var found = await reprints.FindAsync(row);
        if (found.IsSuccess)
        {
            await CloseAsync(row.EventId, row.PlatformRequestId!.Value);
        }
        else
        {
            await course.LookLaterAsync(row, couldRead: found.Problem == CardProblems.UnknownOrder, Ending);
        }
    }

    private async Task NoteAsync(ServiceRequestRow row, OrderProgress progress, DateTimeOffset now)
    {
        var next = now + SlowLooks.After(now - row.CreatedAt);
        var text = vault.Seal(ActCourse.ResultPurpose, progress.ToText());
        await using var db = await databases.CreateDbContextAsync();
        await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.State == ActState.Accepted).ExecuteUpdateAsync(
            update => update.SetProperty(one => one.SealedResult, text).SetProperty(one => one.NextLookAt, next));
    }
}
