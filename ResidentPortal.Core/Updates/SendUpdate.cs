using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Hands in an update as it was checked (MOSIP <c>UPDATE_MY_UIN</c>, a registration packet of process <c>RES_UPDATE</c>): owner → agreed → nothing on its way → answers
/// whole, of this version and by the rules as they are now → wish written down → fresh code → claimed once → RID reserved and written down → packet handed in once. It is
/// tracked by its RID and by its event id.
/// </summary>
public sealed class SendUpdate(
    LiveSessions sessions, ServiceLedger ledger, UpdateReview review, PendingUpdates pending, IUpdateRecords records, SentDrafts sentDrafts, UpdateCourier courier, UpdateActs acts)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the sign-in, <see cref="UpdateProblems.NoConsent"/>, <see cref="UpdateProblems.NoDraft"/>,
    /// <see cref="UpdateProblems.ChangedElsewhere"/>, <see cref="UpdateProblems.NotReady"/>, <see cref="UpdateProblems.SameValue"/>, <see cref="UpdateProblems.Pending"/>,
    /// <see cref="UpdateProblems.NoChangesLeft"/>, <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, UpdateOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Update, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        // A second press finds the act, whatever has become of the draft since: before the check, or while it was checked.
        if (await FindSentAsync(session, order, cancellationToken) is { } sent)
        {
            return sent;
        }

        if (!(await CheckAsync(session, order, cancellationToken)).Try(out var checkedUpdate, out problem))
        {
            return await FindSentAsync(session, order, cancellationToken) is { } faster ? faster : problem;
        }

        var wish = order with { Fields = [.. checkedUpdate.Draft.Answers.Chosen], Labels = checkedUpdate.Labels() };
        if (!(await ledger.TakeAsync(session, ActKind.UpdateIdentity, order.IntentId, wish.ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            await acts.CloseAsync(act.Row.EventId, await HandInAsync(act.Row.EventId, session, checkedUpdate));
        }

        return act.EventId;
    }

    private async Task<EventId?> FindSentAsync(ResidentSession session, UpdateOrder order, CancellationToken cancellationToken) =>
        await ledger.FindByIntentAsync(session, order.IntentId, cancellationToken) is { State: not ActState.Draft } act ? EventId.Stored(act.EventId) : null;

    private async Task<Outcome<ReviewedUpdate>> CheckAsync(ResidentSession session, UpdateOrder order, CancellationToken cancellationToken)
    {
        if (!order.IsConsented)
        {
            return UpdateProblems.NoConsent;
        }

        if (!(await pending.ListAsync(session, cancellationToken)).Try(out var onTheirWay, out var problem))
        {
            return problem;
        }

        if (onTheirWay.Count > 0)
        {
            return onTheirWay[0].ToProblem();
        }

        if (!(await review.ReadAsync(session, order.DraftId, order.Version, cancellationToken)).Try(out var reviewed, out problem)
            || !(await records.CountLeftAsync(session.Uin, cancellationToken)).Try(out var left, out problem))
        {
            return problem;
        }

        return reviewed.Draft.Answers.Chosen.Any(name => left.TryGetValue(name, out var count) && count == 0) ? UpdateProblems.NoChangesLeft : reviewed;
    }

    // From here on nothing is cancelled.
    private async Task<Outcome<Done>> HandInAsync(string eventId, ResidentSession session, ReviewedUpdate update) => await sentDrafts.CloseAsync(eventId, update.Draft.Row)
        ? await courier.HandInAsync(eventId, session, update, await review.OpenPapersAsync(update, CancellationToken.None))
        : UpdateProblems.ChangedElsewhere;
}
