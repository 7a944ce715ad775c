using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Shares chosen data with an organisation (MOSIP <c>SHARE_CRED_WITH_PARTNER</c>, a credential request): owner → consent, purpose and choice judged → wish written down → fresh code →
/// claimed once → platform asked once. The platform issues the data; the portal hands over none of them itself.
/// </summary>
public sealed class ShareWithPartner(LiveSessions sessions, ShareDesk desk, ServiceLedger ledger, IShareRequests requests, ShareActs acts, Vault vault)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the sign-in, <see cref="SharingProblems.NoConsent"/>, <see cref="SharingProblems.NoPurpose"/>,
    /// <see cref="SharingProblems.BadPurpose"/>, <see cref="SharingProblems.UnknownPartner"/>, <see cref="ProfileProblems.NothingChosen"/>, <see cref="ProfileProblems.NotOffered"/>,
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, ShareDataOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        // A second press finds the act, whatever the country, the record or the organisation has become since.
        if (await ledger.FindByIntentAsync(session, order.IntentId, cancellationToken) is { Kind: ActKind.ShareData, State: not ActState.Draft } sent)
        {
            return EventId.Stored(sent.EventId);
        }

        if (!order.IsConsented)
        {
            return SharingProblems.NoConsent;
        }

        if (!SharePurpose.Read(order.Purpose).Try(out var purpose, out problem)
            || !(await desk.LayOutAsync(session, order.PartnerId, cancellationToken)).Try(out var offer, out problem)
            || !offer.Of(order.Choices).Try(out var shown, out problem))
        {
            return problem;
        }

        var wish = order with
        {
            Purpose = purpose,
            PartnerName = offer.Partner.Name,
            Items = [.. shown.Select(field => new ShareItem(field.Choice, [.. Disclosure.Attributes(field.Field, field.Choice)]))],
        };
        if (!(await ledger.TakeAsync(session, ActKind.ShareData, order.IntentId, wish.ToWish(vault))).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            // What was written down is sent, not what this press carried.
            var written = ShareDataOrder.OfWish(vault, act.Row.Wish);
            await acts.CloseAsync(act.Row.EventId, await requests.ShareAsync(session.Uin, written.PartnerId, written.Items, CancellationToken.None));
        }

        return act.EventId;
    }
}
