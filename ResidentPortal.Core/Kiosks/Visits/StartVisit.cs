using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Centres;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>Begins the visit of a resident: the operator says what it is for. One resident at a time, and a supervisor helps nobody.</summary>
public sealed class StartVisit(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, ICentres centres, AuditTrail trail, TimeProvider clock)
{
    /// <summary>
    /// The visit. Problems: those of the duty, <see cref="KioskProblems.SupervisorMayNot"/>, <see cref="KioskProblems.HandedOver"/>, <see cref="KioskProblems.NoPurpose"/>,
    /// <see cref="KioskProblems.VisitOpen"/>.
    /// </summary>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid dutyId, IReadOnlySet<VisitPurpose> purposes, Language language, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        if (duty is not { IsSupervisor: false, DeviceId: { } deviceId })
        {
            return KioskProblems.SupervisorMayNot;
        }

        if (purposes.Count == 0)
        {
            return KioskProblems.NoPurpose;
        }

        var name = (await centres.FindAsync(duty.CentreCode, language.Code, cancellationToken)).Try(out var centre, out _) ? centre.Name : null;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Entry(duty).ReloadAsync(cancellationToken);
        if (duty.EndedAt is not null)
        {
            return KioskProblems.DutyNeeded;
        }

        var open = await db.Visits.SingleOrDefaultAsync(row => (row.DutyId == dutyId || row.DeviceId == deviceId) && row.EndedAt == null, cancellationToken);
        if (open is not null || duty.HandedOverAt is not null)
        {
            return await RefuseAsync(db, open, open is null ? KioskProblems.HandedOver : KioskProblems.VisitOpen, transaction);
        }

        var visit = Row(duty, deviceId, purposes, language, name);
        db.Visits.Add(visit);
        await trail.AppendAsync(db, AuditEvent.VisitStarted, AuditResult.Success, note: $"{duty.CentreCode} {duty.OperatorNumber}", chain: AuditTrail.Visit(visit.Id));
        await transaction.CommitAsync(CancellationToken.None);
        return visit.Id;
    }

    private VisitRow Row(DutyRow duty, Guid deviceId, IReadOnlySet<VisitPurpose> purposes, Language language, string? centreName) => new()
    {
        Id = Guid.NewGuid(),
        DeviceId = deviceId,
        DutyId = duty.Id,
        OperatorId = duty.OperatorId,
        OperatorNumber = duty.OperatorNumber,
        OperatorName = duty.OperatorName,
        OperatorKey = duty.PersonKey,
        CentreCode = duty.CentreCode,
        CentreName = centreName,
        Language = language.Code,
        State = VisitState.Started,
        Purposes = PurposeList.ToText(purposes),
        StartedAt = clock.GetUtcNow(),
    };

    // The chain of the visit that stands in the way keeps it; without one, the portal's.
    private async Task<Problem> RefuseAsync(PortalDbContext db, VisitRow? open, Problem problem, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction)
    {
        await trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, open?.PersonKey, note: problem.Key, chain: open is null ? AuditTrail.Portal : AuditTrail.Visit(open.Id));
        await transaction.CommitAsync(CancellationToken.None);
        return problem;
    }
}
