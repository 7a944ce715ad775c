using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>Which ways were locked when, as far as they were locked through this portal. The platform itself does not say why it refused.</summary>
internal sealed class LockTimeline
{
    private const int MostActs = 500;

    private static readonly (UseWays Way, AuthType[] Types)[] Locks =
    [
        (UseWays.Fingerprint, [AuthType.Fingerprint]), (UseWays.Iris, [AuthType.Iris]), (UseWays.Face, [AuthType.Face]), (UseWays.Demographics, [AuthType.Demographics]),

        // By which channel a code went the row does not tell.
        (UseWays.Code, [AuthType.PhoneCode, AuthType.EmailCode]), (UseWays.CodeSent, [AuthType.PhoneCode, AuthType.EmailCode]),
    ];

    private readonly ILookup<AuthType, (DateTimeOffset At, AuthTypeChange Change)> _changes;

    /// <summary>From changes that were confirmed, the newest first.</summary>
    private LockTimeline(IEnumerable<(DateTimeOffset At, AuthTypeChange Change)> changes) => _changes = changes.ToLookup(one => one.Change.Type);

    /// <summary>What the ledger knows of a person.</summary>
    public static async Task<LockTimeline> ReadAsync(PortalDbContext db, string personKey, CancellationToken cancellationToken)
    {
        var acts = await db.ServiceRequests.AsNoTracking()
            .Where(row => row.PersonKey == personKey && row.Kind == ActKind.ChangeAuthLocks && row.State == ActState.Confirmed)
            .OrderByDescending(row => row.CreatedAt).Take(MostActs).Select(row => new { row.AskedAt, row.CreatedAt, row.Wish }).ToListAsync(cancellationToken);
        return new LockTimeline(acts.SelectMany(act => LockOrder.OfWish(act.Wish).Changes.Select(change => (act.AskedAt ?? act.CreatedAt, change)))
            .OrderByDescending(one => one.Item1));
    }

    /// <summary>The auth types behind ways of use, as far as they can be locked.</summary>
    public static IEnumerable<AuthType> TypesOf(UseWays ways) => Locks.Where(one => ways.HasFlag(one.Way)).SelectMany(one => one.Types).Distinct();

    /// <summary>Whether a use was refused by a lock: the platform says so, or one of its ways was locked at that time.</summary>
    public bool Stopped(IdentityUse use) => !use.IsAccepted
        && (use.Comment?.Contains("locked", StringComparison.OrdinalIgnoreCase) is true
            || Locks.Any(one => use.Ways.HasFlag(one.Way) && Array.TrueForAll(one.Types, type => WasLocked(type, use.At))));

    private bool WasLocked(AuthType type, DateTimeOffset at)
    {
        foreach (var (since, change) in _changes[type])
        {
            if (since <= at)
            {
                return change.Lock || (change.UnlockFor is { } time && at >= since + time);
            }
        }

        return false;
    }
}
