using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Tracking;

/// <summary>
/// Notes that somebody wants to hear when a request changes. Whoever asks, the message goes to the contact on record. That an act has ended is told anyway; what is
/// watched are the stages before, of its registration or its own.
/// </summary>
public sealed class WatchRequest(
    IDbContextFactory<PortalDbContext> databases, TrackedRequests requests, ActReceipts receipts, LookupKeys keys, Vault vault, AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// That it is noted, also where it was before, and where there is nothing more to come. Problems: those of looking a request up,
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    public async Task<Outcome<Done>> ExecuteAsync(string? typed, string network, Language language, CancellationToken cancellationToken = default)
    {
        if (!(await requests.LookUpAsync(typed, network, cancellationToken)).Try(out var tracked, out var problem))
        {
            return problem;
        }

        WatchRow? watch = null;
        if (tracked.Row is { } act && !act.State.IsEnd() && receipts.Of(act).Stages is not null)
        {
            watch = Row(keys.Hash("watched-act", act.EventId), vault.Seal(WatchRow.ActPurpose, act.EventId), RegistrationState.UnderWay, stage: null);
        }
        else if (tracked.Rid is { } rid)
        {
            var found = await requests.ReadAsync(rid, cancellationToken);
            if (found.Problem is { } unread && (tracked.Row is null || unread.Kind is ProblemKind.Unavailable))
            {
                return unread;
            }

            // What the platform does not know yet is watched until it does.
            var registration = found.IsSuccess ? found.Value : TrackedRegistration.Of(RegistrationState.NotYetReceived, entries: null);
            watch = registration.IsOver ? null : Row(keys.Registration(rid), vault.Seal(rid), registration.State, registration.Stage);
        }

        await NoteAsync(watch, tracked.Row?.EventId);
        return default(Done);

        WatchRow Row(string key, string sealedNumber, RegistrationState state, RegistrationStage? stage) => new()
        {
            Id = Guid.NewGuid(),
            RequestKey = key,
            SealedNumber = sealedNumber,
            Language = language.Code,
            State = state,
            Stage = stage,
            CreatedAt = clock.GetUtcNow(),
            NextLookAt = clock.GetUtcNow() + SlowLooks.After(TimeSpan.Zero),
        };
    }

    private async Task NoteAsync(WatchRow? watch, string? eventId)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        if (watch is not null && !await db.Watches.AnyAsync(row => row.RequestKey == watch.RequestKey))
        {
            db.Watches.Add(watch);
            await db.SaveChangesAsync();
        }

        await trail.AppendAsync(db, AuditEvent.RequestWatched, AuditResult.Success, eventId: eventId);
        await transaction.CommitAsync();
    }
}
