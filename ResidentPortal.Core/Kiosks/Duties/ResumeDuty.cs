using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>
/// Finds the duty behind a cookie, for every request: with the proof of the device it began at, within its hours, and for whatever changes something with the device's own
/// signature, so that copied cookies press nothing (S-71).
/// </summary>
public sealed class ResumeDuty(IDbContextFactory<PortalDbContext> databases, DeviceProofs devices, DutyEntry entry, DutyTokens tokens, TimeProvider clock)
{
    // Being seen is written down at most this often, so that reading a page is not a write.
    private static readonly TimeSpan SeenStep = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The duty, also while the screen is with the resident (<see cref="Duty.IsHandedOver"/>: the caller decides). Problems: <see cref="KioskProblems.DutyNeeded"/>,
    /// <see cref="KioskProblems.OutsideHours"/>, those of <see cref="FindDevice"/>.
    /// </summary>
    public async Task<Outcome<Duty>> ExecuteAsync(
        string? dutyToken, string? deviceToken, Visitor visitor, bool isSeen, PressProof? press = null, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrEmpty(dutyToken))
        {
            return KioskProblems.DutyNeeded;
        }

        var device = await devices.FindAsync(deviceToken, visitor, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var tokenKey = tokens.TokenKey(dutyToken);
        var row = await db.Duties.AsNoTracking().SingleOrDefaultAsync(one => one.TokenKey == tokenKey, cancellationToken);
        if (row is null)
        {
            return KioskProblems.DutyNeeded;
        }

        if (press is null && entry.LetsIn(row, device, visitor) && !(isSeen && IsSeenAnew(row)))
        {
            return Describe(row);
        }

        // Something is to be written down: a press, a sign of life, an end, or what was refused.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var answer = await FindAsync(db, dutyToken, device, visitor, isSeen, press, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    }

    private async Task<Outcome<Duty>> FindAsync(
        PortalDbContext db, string dutyToken, Outcome<KioskDeviceRow> device, Visitor visitor, bool isSeen, PressProof? press, CancellationToken cancellationToken)
    {
        if (!(await entry.FindAsync(db, dutyToken, device, visitor, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        if (press is not null && duty.DeviceId is not null && !await tokens.TakePressAsync(db, duty.Id, device.Value.PublicKey, press))
        {
            return await entry.RefuseAsync(db, duty, KioskProblems.DeviceNotProved);
        }

        if (isSeen && IsSeenAnew(duty))
        {
            duty.LastSeenAt = clock.GetUtcNow();
        }

        return Describe(duty);
    }

    private bool IsSeenAnew(DutyRow duty) => clock.GetUtcNow() - duty.LastSeenAt >= SeenStep;

    private Duty Describe(DutyRow row) => new()
    {
        Id = row.Id,
        OperatorId = row.OperatorId,
        OperatorNumber = row.OperatorNumber,
        OperatorName = row.OperatorName,
        CentreCode = row.CentreCode,
        IsSupervisor = row.IsSupervisor,
        DeviceId = row.DeviceId,
        IsHandedOver = row.HandedOverAt is not null,
        PressNonce = tokens.PressNonce(row.Id),
        BeganAt = row.BeganAt,
    };
}
