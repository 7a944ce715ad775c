using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>
/// Locks and unlocks auth types (MOSIP <c>AUTH_TYPE_LOCK_UNLOCK</c>): owner → wish written down → fresh code → claimed once → platform asked once → read back.
/// Nothing is called done before the platform's own record says so.
/// </summary>
public sealed class ChangeAuthLocks(
    LiveSessions sessions, IAuthTypeRegistry registry, IIdentityRegistry identities, ServiceLedger ledger, LockActs acts, IOptions<AuthLockOptions> options)
{
    /// <summary>
    /// The event id of the act, whatever has become of it: its state stands in the ledger. Problems: those of the sign-in, <see cref="AuthLockProblems"/>,
    /// <see cref="CommonProblems.FreshCodeNeeded"/> with fact <c>eventId</c> (the wish is written down and waits),
    /// <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<EventId>> ExecuteAsync(Guid sessionId, LockOrder order, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Locks, cancellationToken)).Try(out var session, out var problem))
        {
            return problem;
        }

        if (Judge(order) is { } fault)
        {
            return fault;
        }

        if (!order.AcceptsLastWay && await IsLastWayAsync(session, order, cancellationToken) is { } warning)
        {
            return warning;
        }

        if (!(await ledger.TakeAsync(session, ActKind.ChangeAuthLocks, order.IntentId, order.ToWish())).Try(out var act, out problem))
        {
            return problem;
        }

        if (act.IsMine)
        {
            var changes = LockOrder.OfWish(act.Row.Wish).Changes;
            var answer = await registry.ChangeAsync(IndividualId.Of(session.Uin), changes, act.Row.PlatformRequestId!.Value, CancellationToken.None);
            await acts.CloseAsync(act.Row.EventId, answer);
        }

        return act.EventId;
    }

    private Problem? Judge(LockOrder order)
    {
        var longest = TimeSpan.FromHours(options.Value.LongestUnlockHours);
        return order.Changes.Count == 0 || order.Changes.DistinctBy(change => change.Type).Count() != order.Changes.Count ? AuthLockProblems.NothingChosen
            : order.Changes.Any(change => !options.Value.Lockable.Contains(change.Type)) ? AuthLockProblems.NotLockable
            : order.Changes.Any(change => change.UnlockFor is { } time && (change.Lock || time < TimeSpan.FromSeconds(1) || time > longest)) ? AuthLockProblems.DurationOutOfRange
            : null;
    }

    // A code can still come only by a contact that is on record and not locked.
    private async Task<Problem?> IsLastWayAsync(ResidentSession session, LockOrder order, CancellationToken cancellationToken)
    {
        var closing = order.Changes.Where(change => change is { Lock: true, Type: AuthType.PhoneCode or AuthType.EmailCode }).Select(change => change.Type).ToHashSet();
        if (closing.Count == 0)
        {
            return null;
        }

        var individualId = IndividualId.Of(session.Uin);
        if (!(await identities.FindAsync(individualId, cancellationToken)).Try(out var identity, out _)
            || !(await registry.ReadAsync(individualId, cancellationToken)).Try(out var states, out _))
        {
            return CommonProblems.ServiceUnavailable;
        }

        var open = states.Where(state => !state.IsLocked && !closing.Contains(state.Type)).Select(state => state.Type)
            .Concat(order.Changes.Where(change => !change.Lock).Select(change => change.Type)).ToHashSet();
        return (open.Contains(AuthType.PhoneCode) && identity.Phone is not null) || (open.Contains(AuthType.EmailCode) && identity.Email is not null) ? null : AuthLockProblems.LastWay;
    }
}
