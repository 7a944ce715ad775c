using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Makes the e-UIN card, or the card of a VID, as a protected file (MOSIP <c>DOWNLOAD_PERSONALIZED_CARD</c>, <c>VID_CARD_DOWNLOAD</c>): owner → wish written down → fresh
/// code → claimed once → made and opened again. Then it waits a quarter of an hour to be fetched.
/// </summary>
public sealed class MakeCard(LiveSessions sessions, OwnVids own, PersonalCardDesk desk, ServiceLedger ledger, CardPress press, CardActs acts)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the sign-in, <see cref="VirtualIdProblems.UnknownVid"/> (also another person's),
    /// <see cref="ProfileProblems.NothingChosen"/>, <see cref="ProfileProblems.NotOffered"/>, <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, MakeCardOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        IssuedVid? vid = null;
        if (order.Choice is CardChoice.Vid && !(await own.FindAsync(session, order.VidKey, cancellationToken)).Try(out vid, out problem))
        {
            return problem;
        }

        if (order.Choice is CardChoice.Personal
            && (!(await desk.LayOutAsync(session.Uin, cancellationToken)).Try(out var offer, out problem) || !offer.Of(order.Chosen).Try(out _, out problem)))
        {
            return problem;
        }

        if (!(await ledger.TakeAsync(session, order.Kind, order.IntentId, order.ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            await acts.CloseAsync(act.Row.EventId, await press.MakeAsync(session.Uin, MakeCardOrder.OfWish(act.Row.Wish), vid));
        }

        return act.EventId;
    }
}
