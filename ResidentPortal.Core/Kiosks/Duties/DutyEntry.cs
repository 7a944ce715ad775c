using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>Lets the holder of a duty's token in: with the device it began at, from where it began, while it lasts. What stands in the way ends it or leaves a row.</summary>
public sealed class DutyEntry(DeviceProofs devices, LiveDuties duties, DutyTokens tokens, AuditTrail trail)
{
    /// <summary>The duty, tracked by the context, inside the caller's transaction, which the caller commits whatever comes of it. Problems: those of <see cref="ResumeDuty"/>.</summary>
    internal async Task<Outcome<DutyRow>> FindAsync(PortalDbContext db, string? dutyToken, Outcome<KioskDeviceRow> device, Visitor visitor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(dutyToken))
        {
            return KioskProblems.DutyNeeded;
        }

        var tokenKey = tokens.TokenKey(dutyToken);
        if (await db.Duties.SingleOrDefaultAsync(row => row.TokenKey == tokenKey, cancellationToken) is not { } duty)
        {
            return KioskProblems.DutyNeeded;
        }

        if (duties.EndOf(duty) is { } end)
        {
            await duties.EndAsync(db, db.Duties.Where(row => row.Id == duty.Id), end);
            return end is DutyEnd.DeviceSuspended ? KioskProblems.DeviceSuspended : LiveDuties.ProblemOf(duty, end);
        }

        if (duty.DeviceId is { } deviceId)
        {
            if (!device.Try(out var proved, out var problem))
            {
                return await RefuseAsync(db, duty, problem);
            }

            if (proved.Id != deviceId)
            {
                return await RefuseAsync(db, duty, KioskProblems.DeviceNotProved);
            }
        }
        else if (!string.Equals(duty.Place, devices.Place(visitor), StringComparison.Ordinal))
        {
            await duties.EndAsync(db, db.Duties.Where(row => row.Id == duty.Id), DutyEnd.Elsewhere);
            return await RefuseAsync(db, duty, KioskProblems.DutyNeeded);
        }

        return duty;
    }

    /// <summary>Whether nothing stands in the way, so that nothing is to be written down either.</summary>
    internal bool LetsIn(DutyRow duty, Outcome<KioskDeviceRow> device, Visitor visitor) =>
        duties.EndOf(duty) is null && (duty.DeviceId is { } deviceId ? device.IsSuccess && device.Value.Id == deviceId : string.Equals(duty.Place, devices.Place(visitor), StringComparison.Ordinal));

    /// <summary>Leaves a row of what was refused in a duty.</summary>
    internal async Task<Problem> RefuseAsync(PortalDbContext db, DutyRow duty, Problem problem)
    {
        await trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, note: $"{problem.Key}, {duty.OperatorNumber}");
        return problem;
    }
}
