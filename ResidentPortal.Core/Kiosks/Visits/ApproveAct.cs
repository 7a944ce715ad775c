using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Approves an act as the second person, or does not (S-77). Who did stands in the visit's chain.</summary>
public sealed class ApproveAct(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, VisitBook book)
{
    /// <summary>Approves it. Problems: those of the duty, <see cref="KioskProblems.HandedOver"/>, <see cref="KioskProblems.SecondPersonNeeded"/>, <see cref="KioskProblems.NoVisit"/>.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid dutyId, Guid visitId, bool yes, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        if (duty.HandedOverAt is not null)
        {
            return KioskProblems.HandedOver;
        }

        return await book.ByIdAsync<Done>(visitId, async visit =>
        {
            var row = visit.Row;
            if (row.Act is not DeskActState.WaitsForApproval)
            {
                return visit.Quietly(KioskProblems.NoVisit);
            }

            // Whoever prepared it knows of it. To anybody else whom it does not concern it is not there.
            if (!ListApprovals.MayApprove(duty, row))
            {
                return string.Equals(duty.OperatorId, row.OperatorId, StringComparison.Ordinal) ? KioskProblems.SecondPersonNeeded : KioskProblems.NoVisit;
            }

            row.Act = yes ? DeskActState.BeforeResident : DeskActState.NotApproved;
            await visit.NoteAsync(AuditEvent.SecondApproval, yes ? AuditResult.Success : AuditResult.Failure, row.ActEventId, duty.OperatorNumber);
            return default(Done);
        }, cancellationToken);
    }
}
