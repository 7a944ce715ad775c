using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// Makes the masked card for the printer of a kiosk: within a visit for it → wish written down → the resident's own code for this print → claimed once → made with centre,
/// time and count on all of it. Then the desk has a few minutes to take it, once.
/// </summary>
public sealed class PrintCard(LiveSessions sessions, ServiceLedger ledger, CardPress press, PrintActs acts)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the sign-in, <see cref="SessionProblems.OutsidePurpose"/> (also outside a visit),
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, PrintCardOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.PrintCard, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (session.Visit is not { } visit)
        {
            return SessionProblems.OutsidePurpose;
        }

        if (!(await ledger.TakeAsync(session, ActKind.PrintCard, order.IntentId, (order with { VisitId = visit.VisitId }).ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            var print = await acts.NextAsync(act.Row);
            await acts.CloseAsync(act.Row.EventId, await press.PrintAsync(session.Uin, Language.Find(act.Row.Language) ?? Language.English, print));
        }

        return act.EventId;
    }
}
