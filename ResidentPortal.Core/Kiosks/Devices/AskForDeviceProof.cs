using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Asks a device to show that it holds its key, by a question that is answered once.</summary>
public sealed class AskForDeviceProof(IDbContextFactory<PortalDbContext> databases, DeviceProofs proofs, TimeProvider clock)
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>The question. Problems: <see cref="KioskProblems.DeviceNotProved"/> (no such device), <see cref="KioskProblems.DeviceNotConfirmed"/>, <see cref="KioskProblems.DeviceSuspended"/>.</summary>
    public async Task<Outcome<DeviceChallenge>> ExecuteAsync(Guid deviceId, CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.KioskDevices.AsNoTracking().SingleOrDefaultAsync(row => row.Id == deviceId, cancellationToken) is not { } device)
        {
            return KioskProblems.DeviceNotProved;
        }

        if (proofs.ProblemOf(device) is { } problem)
        {
            return problem;
        }

        var (nonce, now) = (DeviceProofs.NewToken(), clock.GetUtcNow());
        await db.DeviceNonces.Where(row => row.DeviceId == deviceId && row.Until <= now).ExecuteDeleteAsync(cancellationToken);
        db.DeviceNonces.Add(new DeviceNonceRow { NonceKey = proofs.NonceKey(nonce), DeviceId = deviceId, Until = now + Life });
        await db.SaveChangesAsync(cancellationToken);
        return new DeviceChallenge(nonce, now + Life);
    }
}
