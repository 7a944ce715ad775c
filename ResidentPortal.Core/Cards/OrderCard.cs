using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Orders a printed card to the registered address (MOSIP <c>ORDER_PHYSICAL_CARD</c>, a credential request to the print partner or a packet for a reprint): owner → none open →
/// wish written down → fresh code → claimed once → platform asked once. The event id is what it is tracked by.
/// </summary>
public sealed class OrderCard(LiveSessions sessions, ServiceLedger ledger, ICredentialRequests requests, CardReprints reprints, OrderActs acts, LookupKeys keys, IOptions<CardOptions> options)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the sign-in, <see cref="CardProblems.OrderOpen"/> with facts <c>eventId</c> and <c>at</c>,
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, OrderCardOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.OrderCard, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (await acts.FindOpenAsync(session, cancellationToken) is { } open && open.IntentId != order.IntentId)
        {
            return CardProblems.OrderOpen.With("eventId", open.EventId).With("at", open.CreatedAt);
        }

        var wish = order with { Client = order.Client is null ? null : keys.Program(order.Client) };
        if (!(await ledger.TakeAsync(session, ActKind.OrderCard, order.IntentId, wish.ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            var isMasked = OrderCardOrder.OfWish(act.Row.Wish).IsMasked;
            await acts.CloseAsync(act.Row.EventId, options.Value.OrderWay is CardOrderWay.Packet
                ? await reprints.SendAsync(act.Row, session.Uin, isMasked)
                : await requests.OrderAsync(session.Uin, isMasked, CancellationToken.None));
        }

        return act.EventId;
    }
}
