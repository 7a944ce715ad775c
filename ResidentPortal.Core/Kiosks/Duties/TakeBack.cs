using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>Gives the screen back to the operator who handed it over, after a factor was proved again: a new token, and the resident's view at this device dies.</summary>
public sealed class TakeBack(IDbContextFactory<PortalDbContext> databases, DeviceProofs devices, DutyEntry entry, DutyTokens tokens, VisitEndings visits, TimeProvider clock)
{
    /// <summary>The ticket for the cookie. Problems: those of <see cref="ResumeDuty"/>, <see cref="KioskProblems.HandedOver"/> for anybody else than the operator of this duty.</summary>
    public async Task<Outcome<DutyTicket>> ExecuteAsync(string? dutyToken, OperatorProof proof, string? deviceToken, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var device = await devices.FindAsync(deviceToken, visitor, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var answer = await GiveAsync(db, dutyToken, proof, device, visitor, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    }

    private async Task<Outcome<DutyTicket>> GiveAsync(PortalDbContext db, string? dutyToken, OperatorProof proof, Outcome<KioskDeviceRow> device, Visitor visitor, CancellationToken cancellationToken)
    {
        if (!(await entry.FindAsync(db, dutyToken, device, visitor, cancellationToken)).Try(out var duty, out var problem))
        {
            return problem;
        }

        if (!string.Equals(duty.OperatorId, proof.OperatorId, StringComparison.Ordinal))
        {
            return await entry.RefuseAsync(db, duty, KioskProblems.HandedOver);
        }

        var ticket = DutyTokens.Ticket(duty.Id);
        (duty.TokenKey, duty.HandedOverAt, duty.LastSeenAt) = (tokens.TokenKey(ticket.Token), null, clock.GetUtcNow());
        await visits.NoteTakenBackAsync(db, duty);
        return ticket;
    }
}
