using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>
/// Locks all that may be locked, for somebody who pressed "This was not me": without a code, since to lock must be quick, and again until the platform's record shows
/// it, since to lock twice does no harm and to lose it would.
/// </summary>
public sealed class LockEverything(ServiceLedger ledger, ActCourse course, IAuthTypeRegistry registry, LockActs acts, Vault vault, IOptions<AuthLockOptions> options)
{
    /// <summary>Whether codes are among what is locked: nobody can then sign in.</summary>
    internal bool LocksCodes => options.Value.Lockable.Any(type => type is AuthType.PhoneCode or AuthType.EmailCode);

    /// <summary>Writes the wish down in the caller's transaction; null where this deployment lets nothing be locked.</summary>
    internal EventId? WriteDown(PortalDbContext db, ActOwner owner, Guid intentId)
    {
        AuthTypeChange[] changes = [.. options.Value.Lockable.Select(type => new AuthTypeChange(type, Lock: true))];
        var order = new LockOrder { IntentId = intentId, Changes = changes, AcceptsLastWay = true, IsAlarm = true };
        return changes.Length == 0 ? null : ledger.DraftToSend(db, owner, ActKind.ChangeAuthLocks, intentId, order.ToWish());
    }

    /// <summary>Sends the wish, unless it is on its way or done; a platform that is away is asked again later.</summary>
    internal async Task SendAsync(string eventId)
    {
        if (!(await ledger.TakeDraftAsync(eventId)).Try(out var act, out _) || !act.IsMine)
        {
            return;
        }

        var changes = LockOrder.OfWish(act.Row.Wish).Changes;
        var answer = await registry.ChangeAsync(vault.OpenIndividualId(act.Row.SealedUin), changes, act.Row.PlatformRequestId!.Value, CancellationToken.None);
        await (answer.Problem is { Kind: ProblemKind.Unavailable } && acts.MayTryAgain(act.Row) ? course.SendLaterAsync(act.Row, answer.Problem) : acts.CloseAsync(eventId, answer));
    }
}
