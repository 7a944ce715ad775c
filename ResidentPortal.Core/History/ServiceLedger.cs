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
    /// <summary>
    /// Writes a wish down as a draft, or finds the row that the same form has made already. Problem: <see cref="CommonProblems.NotFound"/> where the intent is
    /// another person's.
    /// </summary>
    public async Task<Outcome<ServiceRequestRow>> OpenAsync(ResidentSession session, ActKind kind, Guid intentId, string wish)
    {
        await using var db = await databases.CreateDbContextAsync();
        var row = await db.ServiceRequests.AsNoTracking().SingleOrDefaultAsync(one => one.IntentId == intentId);
        if (row is null)
        {
            row = new ServiceRequestRow
            {
                EventId = EventId.New().Value,
                IntentId = intentId,
                PersonKey = session.PersonKey,
                Kind = kind,
                State = ActState.Draft,
                Wish = wish,
                SealedUin = vault.Seal(IndividualId.Of(session.Uin)),
                Language = session.Language.Code,
                CreatedAt = clock.GetUtcNow(),
            };
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

    /// <summary>
    /// Takes a draft to be sent; true for one caller alone. Problem: <see cref="HistoryProblems.ActInFlight"/> where another act of this kind is on its way,
    /// which the database itself refuses.
    /// </summary>
    public async Task<Outcome<bool>> ClaimAsync(ServiceRequestRow row, Guid platformRequestId, TimeSpan patience)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync();
        try
        {
            return await db.ServiceRequests.Where(one => one.EventId == row.EventId && one.State == ActState.Draft).ExecuteUpdateAsync(update => update
                .SetProperty(one => one.State, ActState.Asked)
                .SetProperty(one => one.AskedAt, now)
                .SetProperty(one => one.PlatformRequestId, platformRequestId)
                .SetProperty(one => one.NextLookAt, now + patience)) == 1;
        }
        catch (Exception failure) when (StorageFaults.IsUniqueViolation(failure))
        {
            var other = await db.ServiceRequests.AsNoTracking().FirstOrDefaultAsync(one => one.PersonKey == row.PersonKey && one.Kind == row.Kind && one.State == ActState.Asked);
            return other is null ? HistoryProblems.ActInFlight : HistoryProblems.ActInFlight.With("eventId", other.EventId);
        }
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
}
