using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>Shows a resident the state of their auth types as the platform has it now, with what the portal knows of each: since when, and what is on its way.</summary>
public sealed class ShowAuthLocks(IDbContextFactory<PortalDbContext> databases, LiveSessions sessions, IAuthTypeRegistry registry, IOptions<AuthLockOptions> options, TimeProvider clock)
{
    private const int LookBack = 50;

    /// <summary>One entry per type that may be locked. Problems: those of the sign-in, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IReadOnlyList<AuthLockEntry>>> ExecuteAsync(Guid sessionId, CancellationToken cancellationToken = default)
    {
        if (!(await sessions.FindAsync(sessionId, isSeen: true, VisitPurpose.Locks, cancellationToken)).Try(out var session, out var problem)
            || !(await registry.ReadAsync(IndividualId.Of(session.Uin), cancellationToken)).Try(out var states, out problem))
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var acts = await db.ServiceRequests.AsNoTracking()
            .Where(row => row.PersonKey == session.PersonKey && row.Kind == ActKind.ChangeAuthLocks && row.State != ActState.Draft)
            .OrderByDescending(row => row.CreatedAt).Take(LookBack).ToListAsync(cancellationToken);
        var history = acts.ConvertAll(row => (Row: row, LockOrder.OfWish(row.Wish).Changes));
        return options.Value.Lockable.Select(type =>
        {
            var state = states.FirstOrDefault(one => one.Type == type) ?? new AuthTypeState(type, IsLocked: false, UnlockedFor: null);
            var open = history.Find(act => !act.Row.State.IsEnd() && act.Row.NextLookAt is not null && act.Changes.Any(change => change.Type == type)).Row;
            var done = history.Find(act => act.Row.State is ActState.Confirmed && act.Changes.Any(change => change.Type == type));
            var isSince = done.Row is not null && done.Changes.First(change => change.Type == type) is var last && last.Lock == state.IsLocked && last.UnlockFor is null == state.UnlockedFor is null;
            return new AuthLockEntry(
                type,
                state.IsLocked,
                state.UnlockedFor is { } left ? now + left : null,
                isSince ? done.Row!.SettledAt : null,
                open is null ? null : new OpenLockAct(EventId.Stored(open.EventId), open.State, open.NextLookAt));
        }).ToList();
    }
}

/// <summary>One auth type on the page.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsLocked">Whether the platform has it locked now.</param>
/// <param name="UnlockedUntil">When a timed unlock ends.</param>
/// <param name="Since">Since when, as far as it was changed through this portal.</param>
/// <param name="Open">An act on this type whose end is not known yet.</param>
public sealed record AuthLockEntry(AuthType Type, bool IsLocked, DateTimeOffset? UnlockedUntil, DateTimeOffset? Since, OpenLockAct? Open);

/// <summary>An act whose end is not known yet.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="State">How far it has come.</param>
/// <param name="NextLookAt">When the portal looks next.</param>
public sealed record OpenLockAct(EventId EventId, ActState State, DateTimeOffset? NextLookAt);
