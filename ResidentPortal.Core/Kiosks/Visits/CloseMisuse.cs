using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Closes an alert that a supervisor has looked into. Who closed it stays with it and in the trail.</summary>
public sealed class CloseMisuse(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Closes it; twice is no fault. Problems: those of the duty, <see cref="KioskProblems.SupervisorNeeded"/>, <see cref="CommonProblems.NotFound"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid dutyId, Guid id, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!(await duties.FindSupervisorAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        if (await db.Misuses.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } misuse)
        {
            return CommonProblems.NotFound;
        }

        if (misuse.ClosedAt is not null)
        {
            return default(Done);
        }

        (misuse.ClosedBy, misuse.ClosedAt) = (duty.OperatorId, clock.GetUtcNow());
        await trail.AppendAsync(db, AuditEvent.OperatorChanged, AuditResult.Success, note: $"alert {misuse.Rule} closed, {misuse.OperatorNumber}, by {duty.OperatorNumber}");
        await transaction.CommitAsync(CancellationToken.None);
        return default(Done);
    }
}
