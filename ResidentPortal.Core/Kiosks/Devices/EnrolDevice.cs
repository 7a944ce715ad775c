using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Enrols a browser by a supervisor's code and the public half of a key that it made and holds. It may do nothing before a supervisor has compared its words.</summary>
public sealed class EnrolDevice(IDbContextFactory<PortalDbContext> databases, DeviceProofs proofs, LookupKeys keys, Attempts attempts, AuditTrail trail, IOptions<KioskOptions> options, TimeProvider clock)
{
    private static readonly Allowance WrongCodes = new(10, TimeSpan.FromMinutes(15));

    /// <summary>
    /// The device and the words to compare. The signature is over <c>enrol</c>, a line feed and the code without its hyphen. Problem:
    /// <see cref="KioskProblems.EnrolmentCodeWrong"/>, whatever was wrong: the code, the key, or that too many were tried.
    /// </summary>
    public async Task<Outcome<EnrolledDevice>> ExecuteAsync(string? code, string? publicKeySpkiBase64, string? signatureBase64, Visitor visitor, CancellationToken cancellationToken = default)
    {
        var (now, normal, network) = (clock.GetUtcNow(), EnrolmentCode.Normalize(code), keys.Hash("network", visitor.Network));
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var key = DeviceKey.Parse(publicKeySpkiBase64);
        var isSigned = key is not null && DeviceKey.HasSigned(key, $"enrol\n{normal}", signatureBase64);
        var codeKey = proofs.CodeKey(normal);
        var offer = await db.Enrolments.SingleOrDefaultAsync(row => row.CodeKey == codeKey && row.UsedAt == null && row.Until > now, cancellationToken);
        if (!isSigned || offer is null || await attempts.BlockedUntilAsync(db, AttemptAction.EnrolmentCodeWrong, network, WrongCodes) is not null)
        {
            await attempts.NoteAsync(db, AttemptAction.EnrolmentCodeWrong, network);
            await trail.AppendAsync(db, AuditEvent.DeviceEnrolled, AuditResult.Failure, note: KioskProblems.EnrolmentCodeWrong.Key);
            await transaction.CommitAsync(CancellationToken.None);
            return KioskProblems.EnrolmentCodeWrong;
        }

        offer.UsedAt = now;
        var device = new KioskDeviceRow
        {
            Id = Guid.NewGuid(),
            Name = offer.Name,
            CentreCode = offer.CentreCode,
            PublicKey = key!,
            EnrolledAt = now,
            ActiveUntil = now.AddDays(options.Value.DeviceDays),
        };
        db.KioskDevices.Add(device);
        await trail.AppendAsync(db, AuditEvent.DeviceEnrolled, AuditResult.Success, note: $"device {device.Id:N}");
        await transaction.CommitAsync(CancellationToken.None);
        return new EnrolledDevice(device.Id, KeyWords.Of(device.PublicKey));
    }
}
