using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Audit;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Devices by the token of their last proof, judged by the server's clock each time they are asked for.</summary>
public sealed class DeviceProofs(IDbContextFactory<PortalDbContext> databases, LookupKeys keys, AuditTrail trail, TimeProvider clock)
{
    /// <summary>A new random value for a token or a question.</summary>
    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash under which a proof's token stands in its row.</summary>
    internal string ProofKey(string token) => keys.Hash("kiosk-proof", token);

    /// <summary>The hash under which a question stands in its row.</summary>
    internal string NonceKey(string nonce) => keys.Hash("kiosk-nonce", nonce);

    /// <summary>The hash under which an enrolment code stands in its row.</summary>
    internal string CodeKey(string code) => keys.Hash("kiosk-enrolment", code);

    /// <summary>The hash of where somebody asks from: what a copied cookie does not bring along.</summary>
    internal string Place(Visitor visitor) => keys.Hash("kiosk-place", $"{visitor.Network}\n{visitor.Browser}\n{visitor.System}");

    /// <summary>The state of a device by now.</summary>
    internal DeviceState StateOf(KioskDeviceRow row) => row switch
    {
        { SuspendedAt: not null } => DeviceState.Suspended,
        { ConfirmedAt: null } => DeviceState.Waiting,
        _ => row.ActiveUntil <= clock.GetUtcNow() ? DeviceState.Over : DeviceState.Active,
    };

    /// <summary>Why a device may not work; null where it may.</summary>
    internal Problem? ProblemOf(KioskDeviceRow row) => StateOf(row) switch
    {
        DeviceState.Active => null,
        DeviceState.Waiting => KioskProblems.DeviceNotConfirmed,
        _ => KioskProblems.DeviceSuspended,
    };

    /// <summary>The row of the device whose proof holds here and now.</summary>
    internal async Task<Outcome<KioskDeviceRow>> FindAsync(string? token, Visitor visitor, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(token))
        {
            return KioskProblems.DeviceNotProved;
        }

        var proofKey = ProofKey(token);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.KioskDevices.AsNoTracking().SingleOrDefaultAsync(device => device.ProofKey == proofKey, cancellationToken);
        if (row is null)
        {
            return KioskProblems.DeviceNotProved;
        }

        if (ProblemOf(row) is { } problem)
        {
            return problem;
        }

        if (row.ProvedUntil is not { } until || until <= clock.GetUtcNow())
        {
            return KioskProblems.DeviceNotProved;
        }

        if (string.Equals(row.ProofPlace, Place(visitor), StringComparison.Ordinal))
        {
            return row;
        }

        await EndProofAsync(db, row, proofKey);
        return KioskProblems.DeviceNotProved;
    }

    // Somebody has a copy of the cookie: neither of them goes on with it, and the true device proves its key again.
    private async Task EndProofAsync(PortalDbContext db, KioskDeviceRow device, string proofKey)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
        await db.KioskDevices.Where(row => row.Id == device.Id && row.ProofKey == proofKey)
            .ExecuteUpdateAsync(update => update.SetProperty(row => row.ProofKey, (string?)null).SetProperty(row => row.ProvedUntil, now));
        await trail.AppendAsync(db, AuditEvent.Refused, AuditResult.Failure, note: $"{KioskProblems.DeviceNotProved.Key} elsewhere, device {device.Id:N}");
        await transaction.CommitAsync(CancellationToken.None);
    }
}
