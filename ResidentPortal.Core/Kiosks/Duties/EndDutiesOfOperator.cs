using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>Ends whatever an operator is at, because the account was suspended: the duty, its visit and the visit's sign-in.</summary>
public sealed class EndDutiesOfOperator(IDbContextFactory<PortalDbContext> databases, LiveDuties duties)
{
    /// <summary>How many duties ended.</summary>
    public async Task<Outcome<int>> ExecuteAsync(string operatorId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var count = await duties.EndAsync(db, db.Duties.Where(row => row.OperatorId == operatorId), DutyEnd.OperatorSuspended);
        await transaction.CommitAsync(CancellationToken.None);
        return count;
    }
}
