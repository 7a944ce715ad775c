using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>
/// Takes a VID out of use for good (MOSIP <c>REVOKE_VID</c>). The platform asks neither whose the VID is nor whether it is in use: both are asked here, of its own list.
/// Whoever signed in with the VID stays signed in.
/// </summary>
public sealed class RevokeVid(LiveSessions sessions, OwnVids own, IVidRegistry registry, ServiceLedger ledger, VidActs acts, Vault vault)
{
    /// <summary>
    /// The event id of the act, whatever has become of it. Problems: those of the sign-in, <see cref="VirtualIdProblems.UnknownVid"/> (also another person's),
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, RevokeVidOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Vids, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (await ledger.FindByIntentAsync(session, order.IntentId, cancellationToken) is { State: not ActState.Draft } sent)
        {
            return EventId.Stored(sent.EventId);
        }

        if (!(await own.ListAsync(session.Uin, cancellationToken)).Try(out var vids, out problem))
        {
            return problem;
        }

        if (vids.FirstOrDefault(vid => string.Equals(own.Key(vid.Vid), order.VidKey, StringComparison.Ordinal)) is not { } target)
        {
            return VirtualIdProblems.UnknownVid;
        }

        if (!(await ledger.TakeAsync(session, ActKind.RevokeVid, order.IntentId, order.ToWish(vault, target), acts.Snapshot(vids))).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            var answer = await registry.RevokeAsync(session.Uin, target.Vid, CancellationToken.None);
            await acts.CloseRevokedAsync(act.Row.EventId, answer.Problem);
        }

        return act.EventId;
    }
}
