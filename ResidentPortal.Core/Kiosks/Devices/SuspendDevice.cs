using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Suspends a device for good: its duty, its visit and the visit's sign-in end in the same transaction (S-71).</summary>
public sealed class SuspendDevice(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Problems: those of the duty, <see cref="KioskProblems.SupervisorNeeded"/>, <see cref="CommonProblems.NotFound"/>. A second press changes nothing.</summary>
    public async Task<Outcome<Done>> ExecuteAsync(Guid dutyId, Guid deviceId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!(await duties.FindSupervisorAsync(db, dutyId, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        if (await db.KioskDevices.SingleOrDefaultAsync(row => row.Id == deviceId, cancellationToken) is not { } device)
        {
            return CommonProblems.NotFound;
        }

        if (device.SuspendedAt is not null)
        {
            return default(Done);
        }

        device.SuspendedAt = device.ProvedUntil = clock.GetUtcNow();
        await duties.EndAsync(db, db.Duties.Where(row => row.DeviceId == deviceId), DutyEnd.DeviceSuspended);
        await trail.AppendAsync(db, AuditEvent.DeviceSuspended, AuditResult.Success, note: $"device {device.Id:N}, {duty.OperatorNumber}");
        await transaction.CommitAsync(CancellationToken.None);
        return default(Done);
    }
}
