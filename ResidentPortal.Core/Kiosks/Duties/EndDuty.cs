using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>Signs an operator or supervisor out; a visit that is still open ends with it. Signing out twice is no fault.</summary>
public sealed class EndDuty(IDbContextFactory<PortalDbContext> databases, LiveDuties duties)
{
    /// <summary>Ends the duty.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await duties.EndAsync(db, db.Duties.Where(row => row.Id == dutyId), DutyEnd.SignedOut);
        await transaction.CommitAsync(CancellationToken.None);
        return default(Done);
    }
}
