using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Takes a device's answer to a question, and gives it a token for a few minutes; the one before it dies (S-71).</summary>
public sealed class ProveDevice(IDbContextFactory<PortalDbContext> databases, DeviceProofs proofs, AuditTrail trail, IOptions<KioskOptions> options, TimeProvider clock)
{
    /// <summary>The ticket for the cookie. The signature is over <c>prove</c>, a line feed and the question. Problems: those of <see cref="AskForDeviceProof"/>.</summary>
    public async Task<Outcome<DeviceTicket>> ExecuteAsync(Guid deviceId, string? nonce, string? signatureBase64, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var (now, nonceKey) = (clock.GetUtcNow(), proofs.NonceKey(nonce ?? string.Empty));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.KioskDevices.SingleOrDefaultAsync(row => row.Id == deviceId, cancellationToken) is not { } device)
        {
            return KioskProblems.DeviceNotProved;
        }

        // Whatever comes of it, the question is not answered again.
        var isAsked = await db.DeviceNonces.Where(row => row.NonceKey == nonceKey && row.DeviceId == deviceId && row.Until > now).ExecuteDeleteAsync(cancellationToken) is 1;
        var problem = proofs.ProblemOf(device) ?? (isAsked && DeviceKey.HasSigned(device.PublicKey, $"prove\n{nonce}", signatureBase64) ? null : KioskProblems.DeviceNotProved);
        if (problem is not null)
        {
            await trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, note: $"{problem.Key}, device {device.Id:N}");
            await transaction.CommitAsync(CancellationToken.None);
            return problem;
        }

        var ticket = new DeviceTicket(device.Id, DeviceProofs.NewToken(), now.AddMinutes(options.Value.ProofMinutes));
        (device.ProofKey, device.ProofPlace, device.ProvedAt, device.ProvedUntil) = (proofs.ProofKey(ticket.Token), proofs.Place(visitor), now, ticket.Until);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(CancellationToken.None);
        return ticket;
    }
}
