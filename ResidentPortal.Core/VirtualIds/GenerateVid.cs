using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>
/// Makes a VID (MOSIP <c>GENERATE_VID</c>): owner → policy → wish written down → fresh code → claimed once → platform asked once → read back. The platform takes the
/// oldest out of use without a word where its policy says so; here the resident says first that it may.
/// </summary>
public sealed class GenerateVid(LiveSessions sessions, OwnVids own, IVidRegistry registry, ServiceLedger ledger, VidActs acts)
{
    /// <summary>
    /// The event id of the act, whatever has become of it: its state stands in the ledger. Problems: those of the sign-in, <see cref="VirtualIdProblems"/>,
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c>, <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, GenerateVidOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Vids, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        // A second press is led to the first one's receipt before anything is judged anew: by now the limit may be reached by it.
        if (await ledger.FindByIntentAsync(session, order.IntentId, cancellationToken) is { State: not ActState.Draft } sent)
        {
            return EventId.Stored(sent.EventId);
        }

        if (!(await registry.ReadPolicyAsync(cancellationToken)).Try(out var policies, out problem)
            || !(await own.ListAsync(session.Uin, cancellationToken)).Try(out var vids, out problem))
        {
            return problem;
        }

        if (Judge(order, policies, vids) is { } refusal)
        {
            return refusal;
        }

        if (!(await ledger.TakeAsync(session, ActKind.GenerateVid, order.IntentId, order.ToWish(), acts.Snapshot(vids))).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            var answer = await registry.GenerateAsync(session.Uin, GenerateVidOrder.OfWish(act.Row.Wish).Type, CancellationToken.None);
            await acts.CloseGeneratedAsync(act.Row.EventId, answer.Problem);
        }

        return act.EventId;
    }

    private static Problem? Judge(GenerateVidOrder order, IReadOnlyList<VidPolicy> policies, IReadOnlyList<IssuedVid> vids)
    {
        var policy = policies.FirstOrDefault(one => one.Type == order.Type);
        if (policy is null)
        {
            return VirtualIdProblems.UnknownType;
        }

        var inUse = vids.Count(vid => vid.Type == policy.Type);
        return inUse < policy.Most ? null
            : !policy.ReplacesOldest || inUse > policy.Most ? VirtualIdProblems.LimitReached.With("most", policy.Most)
            : order.AcceptsReplacement ? null
            : VirtualIdProblems.WouldReplace;
    }
}
