using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Lets a device work, after a supervisor has compared its words with the ones on the device's own screen. A second press changes nothing.</summary>
public sealed class ConfirmDevice(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, DeviceProofs proofs, AuditTrail trail, TimeProvider clock)
{
    /// <summary>Problems: those of the duty, <see cref="KioskProblems.SupervisorNeeded"/>, <see cref="CommonProblems.NotFound"/>, <see cref="KioskProblems.DeviceSuspended"/>.</summary>
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

        switch (proofs.StateOf(device))
        {
            case DeviceState.Active:
                return default(Done);
            case DeviceState.Suspended or DeviceState.Over:
                return KioskProblems.DeviceSuspended;
        }

        device.ConfirmedAt = clock.GetUtcNow();
        await trail.AppendAsync(db, AuditEvent.DeviceConfirmed, AuditResult.Success, note: $"device {device.Id:N}, {duty.OperatorNumber}");
        await transaction.CommitAsync(CancellationToken.None);
        return default(Done);
    }
}
