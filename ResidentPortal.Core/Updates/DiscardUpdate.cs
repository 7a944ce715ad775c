using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Updates;

/// <summary>
/// Discards the update that waits in the platform's record (MOSIP <c>/draft/discard</c>), so that another can be sent: owner → wish written down → fresh code → claimed once →
/// platform asked once → read back.
/// </summary>
public sealed class DiscardUpdate(LiveSessions sessions, ServiceLedger ledger, PendingUpdates pending, IUpdateRecords records, DiscardActs acts, Vault vault)
{
    /// <summary>
    /// The event id of the act. Problems: those of the sign-in, <see cref="CommonProblems.NotFound"/> (none waits that can be discarded),
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, DiscardUpdateOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        // A second press finds the act, whatever has become of the update since.
        if (await FindSentAsync(session, order, cancellationToken) is { } sent)
        {
            return sent;
        }

        if (!(await pending.ListAsync(session, cancellationToken)).Try(out var onTheirWay, out problem))
        {
            return problem;
        }

        if (onTheirWay.FirstOrDefault(one => one.MayDiscard && (order.Of is null || order.Of == one.EventId)) is not { } update)
        {
            return await FindSentAsync(session, order, cancellationToken) is { } faster ? faster : CommonProblems.NotFound;
        }

        var wish = (order with { Rid = update.Rid }).ToWish(vault);
        if (!(await ledger.TakeAsync(session, ActKind.DiscardUpdate, order.IntentId, wish)).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            await acts.CloseAsync(act.Row.EventId, await records.DiscardAsync(DiscardUpdateOrder.OfWish(vault, act.Row.Wish).Rid!, CancellationToken.None));
        }

        return act.EventId;
    }

    private async Task<EventId?> FindSentAsync(ResidentSession session, DiscardUpdateOrder order, CancellationToken cancellationToken) =>
        await ledger.FindByIntentAsync(session, order.IntentId, cancellationToken) is { State: not ActState.Draft } act ? EventId.Stored(act.EventId) : null;
}
