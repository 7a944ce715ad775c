using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// Looks at requests that somebody wants to hear of, and tells the registered contact of each new state or stage once. A watch ends with the request, or after
/// ninety days.
/// </summary>
public sealed class LookAtWatchedRequests(
    IDbContextFactory<PortalDbContext> databases, TrackedRequests requests, ActReceipts receipts, Vault vault, Notices notices, TimeProvider clock)
{
    private const int Batch = 50;

    /// <summary>How many requests were looked at.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var due = await db.Watches.AsNoTracking().Where(row => row.NextLookAt <= now).OrderBy(row => row.NextLookAt).Take(Batch).ToListAsync(cancellationToken);
        foreach (var watch in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (now - watch.CreatedAt >= WatchRow.Life)
            {
                await EndAsync(watch);
            }
            else if (vault.OpenRid(watch.SealedNumber) is { } rid)
            {
                await LookAtRegistrationAsync(watch, rid);
            }
            else
            {
                await LookAtActAsync(watch);
            }
        }

        return due.Count;
    }

    private async Task LookAtRegistrationAsync(WatchRow watch, Rid rid)
    {
        // Without its stages a registration would seem to have lost the one it was in.
        var read = await requests.ReadAsync(rid, CancellationToken.None);
        if (!read.Try(out var registration, out _) || !registration.AreStagesKnown || (registration.State, registration.Stage) == (watch.State, watch.Stage))
        {
            await LookLaterAsync(watch);
            return;
        }

        var tracked = await requests.FindAsync(rid, CancellationToken.None);
        var owner = await requests.FindOwnerAsync(tracked, CancellationToken.None);
        if (!owner.Try(out var known, out _) || (known.IndividualId is null && registration.State is RegistrationState.Done))
        {
            // The record of a registration that is done has its person in a moment.
            await LookLaterAsync(watch);
            return;
        }

        // The end of an act is told by its own notice.
        var isTold = known.IndividualId is not null && !(tracked.Row is not null && registration.IsOver);
        await MoveAsync(watch, registration, isTold ? new Notice(
            NoticeKind.RequestMoved, vault.Seal(known.IndividualId!), watch.Language, $"watch {watch.Id:N} {registration.State} {registration.Stage}", tracked.Row?.EventId)
        {
            Facts = RequestFacts.Of(tracked.Row, registration.State, registration.Stage),
        }
        : null);
    }

    // The stages of an act are written down by its own feature: here they are only told.
    private async Task LookAtActAsync(WatchRow watch)
    {
        await using var db = await databases.CreateDbContextAsync();
        var eventId = vault.Open(WatchRow.ActPurpose, watch.SealedNumber);
        var act = await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(row => row.EventId == eventId);
        if (act is null || act.State.IsEnd())
        {
            await EndAsync(watch);
            return;
        }

        if (receipts.Of(act).Stages?.Current is { } stage && stage.At > watch.CreatedAt)
        {
            await TellAsync(db, new Notice(NoticeKind.RequestMoved, act.SealedUin, watch.Language, $"watch {watch.Id:N} {stage.Name}", act.EventId) { Facts = RequestFacts.Of(act, stage) });
        }

        await LookLaterAsync(watch);
    }

    private async Task MoveAsync(WatchRow watch, TrackedRegistration registration, Notice? notice)
    {
        var next = Next(watch);
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var isMine = registration.IsOver
            ? await db.Watches.Where(row => row.Id == watch.Id).ExecuteDeleteAsync() == 1
            : await db.Watches.Where(row => row.Id == watch.Id && row.State == watch.State && row.Stage == watch.Stage).ExecuteUpdateAsync(update => update
                .SetProperty(row => row.State, registration.State).SetProperty(row => row.Stage, registration.Stage).SetProperty(row => row.NextLookAt, next)) == 1;
        if (isMine && notice is not null)
        {
            await TellAsync(db, notice);
        }

        await transaction.CommitAsync();
    }

    // A registration may come back to a stage it was in: that was told before.
    private async Task TellAsync(PortalDbContext db, Notice notice)
    {
        if (!await db.Notices.AnyAsync(row => row.Occasion == notice.Occasion))
        {
            notices.Add(db, notice);
            await db.SaveChangesAsync();
            notices.Raise();
        }
    }

    private DateTimeOffset Next(WatchRow watch) => clock.GetUtcNow() + SlowLooks.After(clock.GetUtcNow() - watch.CreatedAt);

    private async Task LookLaterAsync(WatchRow watch)
    {
        var next = Next(watch);
        await using var db = await databases.CreateDbContextAsync();
        await db.Watches.Where(row => row.Id == watch.Id).ExecuteUpdateAsync(update => update.SetProperty(row => row.NextLookAt, next));
    }

    private async Task EndAsync(WatchRow watch)
    {
        await using var db = await databases.CreateDbContextAsync();
        await db.Watches.Where(row => row.Id == watch.Id).ExecuteDeleteAsync();
    }
}
