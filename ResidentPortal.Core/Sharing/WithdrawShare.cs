using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Withdraws a sharing (MOSIP <c>/credentialrequest/cancel</c>): owner → not withdrawn yet → wish written down → fresh code → claimed once → platform asked once → looked at. It takes the
/// data back only as long as they were not handed over; afterwards it is the consent alone that ends.
/// </summary>
public sealed class WithdrawShare(LiveSessions sessions, ServiceLedger ledger, ShareRecords shared, IShareRequests requests, WithdrawActs acts)
{
    /// <summary>
    /// The event id of the act, whatever has become of it; that of the first where it was withdrawn already. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (no
    /// such sharing, another person's, or none that was sent), <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, WithdrawShareOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem)
            || !(await ledger.FindAsync(session, order.ShareEventId, cancellationToken)).Try(out var share, out problem))
        {
            return problem;
        }

        if (await shared.FindWithdrawalAsync(session, share.EventId, cancellationToken) is { } before)
        {
            return EventId.Stored(before.EventId);
        }

        if (share is not { Kind: ActKind.ShareData, State: ActState.Accepted or ActState.Confirmed or ActState.Unknown })
        {
            return CommonProblems.NotFound;
        }

        var wish = order with { ShareEventId = share.EventId, PartnerName = shared.OrderOf(share).PartnerName };
        if (!(await ledger.TakeAsync(session, ActKind.WithdrawShare, order.IntentId, wish.ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            // Without an answer the platform's number for it is not known: there is nothing to take back by.
            await acts.CloseAsync(act.Row.EventId, share.State is ActState.Unknown ? SharingProblems.UnknownRequest : await requests.TakeBackAsync(share.PlatformRequestId!.Value, CancellationToken.None));
        }

        return act.EventId;
    }
}
