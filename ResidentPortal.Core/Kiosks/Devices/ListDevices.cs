using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Duties;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Lists the devices for a supervisor: those that wait first, then the ones that work, by name.</summary>
public sealed class ListDevices(IDbContextFactory<PortalDbContext> databases, LiveDuties duties, DeviceProofs proofs)
{
    /// <summary>The devices. Problems: those of the duty, <see cref="KioskProblems.SupervisorNeeded"/>.</summary>
    public async Task<Outcome<IReadOnlyList<DeviceEntry>>> ExecuteAsync(Guid dutyId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await duties.FindSupervisorAsync(db, dutyId, cancellationToken)).Try(out _, out var problem))
        {
            return problem;
        }

        var rows = await db.KioskDevices.AsNoTracking().ToListAsync(cancellationToken);
        var busy = await db.Visits.Where(visit => visit.EndedAt == null).Select(visit => visit.DeviceId).ToHashSetAsync(cancellationToken);
        return (DeviceEntry[])[.. rows.Select(row => Describe(row, busy.Contains(row.Id))).OrderBy(device => device.State).ThenBy(device => device.Name, StringComparer.OrdinalIgnoreCase).ThenBy(device => device.EnrolledAt)];
    }

    private DeviceEntry Describe(KioskDeviceRow row, bool hasVisit) => new()
    {
        Id = row.Id,
        Name = row.Name,
        CentreCode = row.CentreCode,
        Words = KeyWords.Of(row.PublicKey),
        State = proofs.StateOf(row),
        EnrolledAt = row.EnrolledAt,
        ActiveUntil = row.ActiveUntil,
        ProvedAt = row.ProvedAt,
        HasVisit = hasVisit,
    };
}
