using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.History;

/// <summary>
/// The ledger of service requests: an act is written down before the platform is asked, claimed by one caller alone, and closed when its end is known.
/// Whoever presses ten times finds the same row ten times.
/// </summary>
public sealed class ServiceLedger(IDbContextFactory<PortalDbContext> databases, Vault vault, TimeProvider clock)
{
    // Longer than the platform's longest answer: a claim older than this was orphaned by a crash, and the worker looks what became of it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    // How soon a wish that met another act on its way is tried again.
    private static readonly TimeSpan InFlight = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Writes a wish down and takes it to be sent, in the order of every act: found again by its intent, code fresh, claimed once. What is seen at the platform
    /// before (<paramref name="before"/>) is kept where only that tells afterwards what is new. Problems: <see cref="CommonProblems.FreshCodeNeeded"/> with fact
    /// <c>eventId</c> (the wish is written down and waits), <see cref="HistoryProblems.ActInFlight"/>, <see cref="CommonProblems.NotFound"/>.
    /// </summary>
    public async Task<Outcome<TakenAct>> TakeAsync(ResidentSession session, ActKind kind, Guid intentId, string wish, string? before = null)
    {
        if (!(await OpenAsync(session, kind, intentId, wish)).Try(out var row, out var problem))
        {
            return problem;
        }

        if (row.State is not ActState.Draft)
        {
            return new TakenAct(row, IsMine: false);
        }

        // At a kiosk a code is for one act: the one that the resident has read back and confirmed.
        if (session.Visit is { } visit ? !string.Equals(visit.ConfirmedEventId, row.EventId, StringComparison.Ordinal) : clock.GetUtcNow() >= session.FreshUntil)
        {
            return CommonProblems.FreshCodeNeeded.With("eventId", row.EventId);
        }

        row.PlatformRequestId = Guid.NewGuid();
        return (await ClaimAsync(row, before)).Then(isMine => new TakenAct(row, isMine));
    }

    /// <summary>
    /// Writes down a wish that waits for no code and is to be sent as soon as the caller has committed: <see cref="TakeDraftAsync"/>, again and again until it was. That
    /// it is its owner's wish, the caller has found out.
    /// </summary>
    internal EventId DraftToSend(PortalDbContext db, ActOwner owner, ActKind kind, Guid intentId, string wish)
    {
        var row = Draft(owner, kind, intentId, wish);
        row.NextLookAt = row.CreatedAt;
        db.ServiceRequests.Add(row);
        return EventId.Stored(row.EventId);
    }

    /// <summary>Takes a wish that was so written down. Where another act of the kind is on its way the wish waits for that: <see cref="HistoryProblems.ActInFlight"/>.</summary>
    internal async Task<Outcome<TakenAct>> TakeDraftAsync(string eventId)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.ServiceRequests.AsNoTracking().SingleAsync(one => one.EventId == eventId);
        row.PlatformRequestId = Guid.NewGuid();
        var claimed = await ClaimAsync(row, before: null);
        if (claimed.Problem is not null)
        {
            var next = clock.GetUtcNow() + InFlight;
            await db.ServiceRequests.Where(one => one.EventId == eventId && one.State == ActState.Draft).ExecuteUpdateAsync(update => update.SetProperty(one => one.NextLookAt, next));
        }

        return claimed.Then(isMine => new TakenAct(row, isMine));
    }

    /// <summary>The row of a person that the form with this intent has made, or null.</summary>
    public async Task<ServiceRequestRow?> FindByIntentAsync(ResidentSession session, Guid intentId, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(one => one.IntentId == intentId && one.PersonKey == session.PersonKey, cancellationToken);
    }

    /// <summary>Writes down what is done by being written down. The caller saves, in the transaction of what it notes.</summary>
    public EventId Note(PortalDbContext db, ResidentSession session, ActKind kind, string wish) => Note(db, OwnerOf(session), kind, wish);

    /// <summary>The same for somebody who is not signed in, or for a form of which a second press must find what the first wrote down.</summary>
    public EventId Note(PortalDbContext db, ActOwner owner, ActKind kind, string wish, Guid? intentId = null)
    {
        var row = Draft(owner, kind, intentId ?? Guid.NewGuid(), wish);
        (row.State, row.SettledAt) = (ActState.Confirmed, row.CreatedAt);
        db.ServiceRequests.Add(row);
        return EventId.Stored(row.EventId);
    }

    /// <summary>The row of a person by its event id. Problem: <see cref="CommonProblems.NotFound"/>, also where it is another person's.</summary>
    public async Task<Outcome<ServiceRequestRow>> FindAsync(ResidentSession session, string? eventId, CancellationToken cancellationToken)
    {
        if (!EventId.TryParse(eventId, out var id))
        {
            return CommonProblems.NotFound;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(one => one.EventId == id.Value && one.PersonKey == session.PersonKey, cancellationToken);
        return row is null ? CommonProblems.NotFound : row;
    }

    // A new draft, or the row that the same form has made already; nothing where the intent is another person's.
    private async Task<Outcome<ServiceRequestRow>> OpenAsync(ResidentSession session, ActKind kind, Guid intentId, string wish)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(one => one.IntentId == intentId);
        if (row is null)
        {
            row = Draft(OwnerOf(session), kind, intentId, wish);
            db.ServiceRequests.Add(row);
            try
            {
                await db.SaveChangesAsync();
            }
            catch (DbUpdateException)
            {
                // Another press of the same button was faster.
                row = await db.ServiceRequests.AsNoTracking().SingleAsync(one => one.IntentId == intentId);
            }
        }

        return string.Equals(row.PersonKey, session.PersonKey, StringComparison.Ordinal) && row.Kind == kind ? row : CommonProblems.NotFound;
    }

    /// <summary>Whose acts a sign-in makes.</summary>
    internal ActOwner OwnerOf(ResidentSession session) => new(session.PersonKey, vault.Seal(IndividualId.Of(session.Uin)), session.Language.Code);

    private ServiceRequestRow Draft(ActOwner owner, ActKind kind, Guid intentId, string wish) => new()
    {
        EventId = EventId.New().Value,
        IntentId = intentId,
        PersonKey = owner.PersonKey,
        Kind = kind,
        State = ActState.Draft,
        Wish = wish,
        SealedUin = owner.SealedUin,
        Language = owner.Language,
        CreatedAt = clock.GetUtcNow(),
    };

    // True for one caller alone. That another act of the kind is on its way the database itself says.
    private async Task<Outcome<bool>> ClaimAsync(ServiceRequestRow row, string? before)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        try
        {
            return await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.State == ActState.Draft).ExecuteUpdateAsync(update => update
                .SetProperty(one => one.State, ActState.Asked)
                .SetProperty(one => one.AskedAt, now)
                .SetProperty(one => one.PlatformRequestId, row.PlatformRequestId)
                .SetProperty(one => one.Before, before)
                .SetProperty(one => one.NextLookAt, now + Patience)) == 1;
        }
        catch (Exception failure) when (StorageFaults.IsUniqueViolation(failure))
        {
            var other = await db.ServiceRequests.AsNoTracking().FirstOrDefaultAsync(one => one.PersonKey == row.PersonKey && one.Kind == row.Kind && one.State == ActState.Asked);
            return other is null ? HistoryProblems.ActInFlight : HistoryProblems.ActInFlight.With("eventId", other.EventId);
        }
    }
}

/// <summary>An act in the ledger, taken to be sent.</summary>
/// <param name="Row">Its row: the wish as it was written down is what is sent.</param>
/// <param name="IsMine">Whether the caller is the one who sends it; from then on nothing is cancelled.</param>
public sealed record TakenAct(ServiceRequestRow Row, bool IsMine)
{
    /// <summary>Its number.</summary>
    public EventId EventId => EventId.Stored(Row.EventId);
}
