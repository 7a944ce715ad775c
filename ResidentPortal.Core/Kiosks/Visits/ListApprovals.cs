using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Lists the acts that wait for a second person: a supervisor, or another operator of the same centre than the one who prepared it.</summary>
public sealed class ListApprovals(IDbContextFactory<PortalDbContext> databases, LiveDuties duties)
{
    /// <summary>What waits, the oldest first. Problems: those of the duty.</summary>
    public async Task<Outcome<IReadOnlyList<ApprovalEntry>>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        var waiting = await db.Visits.AsNoTracking().Where(row => row.EndedAt == null && row.Act == DeskActState.WaitsForApproval).OrderBy(row => row.ActAt).ToListAsync(cancellationToken);
        return waiting.FindAll(row => MayApprove(duty, row)).ConvertAll(row => new ApprovalEntry(row.Id, row.ActKind!.Value, row.CentreCode, row.OperatorNumber, row.ActAt!.Value));
    }

    internal static bool MayApprove(DutyRow duty, VisitRow row) =>
        !string.Equals(duty.OperatorId, row.OperatorId, StringComparison.Ordinal) && (duty.IsSupervisor || string.Equals(duty.CentreCode, row.CentreCode, StringComparison.Ordinal));
}
