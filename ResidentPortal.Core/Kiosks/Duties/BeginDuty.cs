using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>
/// Begins the duty of an operator or supervisor who has just proved two factors: an operator at a proved device of the own centre, within the own hours (S-72). There is one
/// duty per operator and per device; the older ends.
/// </summary>
public sealed class BeginDuty(IDbContextFactory<PortalDbContext> databases, DeviceProofs devices, LiveDuties duties, DutyTokens tokens, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The ticket for the cookie. Problems: those of <see cref="FindDevice"/>, <see cref="KioskProblems.OtherCentre"/>, <see cref="KioskProblems.OutsideHours"/>; each leaves a row.</summary>
    public async Task<Outcome<DutyTicket>> ExecuteAsync(OperatorProof proof, string? deviceToken, Visitor visitor, CancellationToken cancellationToken = default)
    {
        KioskDeviceRow? device = null;
        if (!proof.IsSupervisor && !(await JudgeAsync(proof, deviceToken, visitor, cancellationToken)).Try(out device, out var problem))
        {
            return await RefuseAsync(proof, problem);
        }

        var (ticket, now, deviceId) = (DutyTokens.Ticket(Guid.NewGuid()), clock.GetUtcNow(), device?.Id);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await duties.EndAsync(db, db.Duties.Where(row => row.OperatorId == proof.OperatorId || (deviceId != null && row.DeviceId == deviceId)), DutyEnd.Replaced);
        db.Duties.Add(new DutyRow
        {
            Id = ticket.DutyId,
            TokenKey = tokens.TokenKey(ticket.Token),
            OperatorId = proof.OperatorId,
            OperatorNumber = proof.Number,
            OperatorName = proof.Name,
            CentreCode = proof.CentreCode,
            PersonKey = proof.PersonKey,
            Hours = proof.Hours.ToText(),
            IsSupervisor = proof.IsSupervisor,
            DeviceId = deviceId,
            Place = devices.Place(visitor),
            BeganAt = now,
            LastSeenAt = now,
        });
        await trail.AppendAsync(db, AuditEvent.DutyBegan, AuditResult.Success, note: proof.Number);
        await transaction.CommitAsync(CancellationToken.None);
        return ticket;
    }

    private async Task<Outcome<KioskDeviceRow>> JudgeAsync(OperatorProof proof, string? deviceToken, Visitor visitor, CancellationToken cancellationToken) =>
        !(await devices.FindAsync(deviceToken, visitor, cancellationToken)).Try(out var device, out var problem) ? problem
        : !string.Equals(device.CentreCode, proof.CentreCode, StringComparison.Ordinal) ? KioskProblems.OtherCentre
        : !duties.AreWithin(proof.Hours) ? LiveDuties.OutsideHours(proof.Hours)
        : device;

    private async Task<Problem> RefuseAsync(OperatorProof proof, Problem problem)
    {
        await using var db = await databases.CreateDbContextAsync(CancellationToken.None);
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await trail.AppendAsync(db, AuditEvent.DutyBegan, AuditResult.Failure, note: $"{problem.Key}, {proof.Number}");
        await transaction.CommitAsync(CancellationToken.None);
        return problem;
    }
}
