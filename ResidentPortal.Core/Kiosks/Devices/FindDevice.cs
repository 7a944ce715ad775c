using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>Finds the device behind a cookie. A proof holds for the network and browser it was given in: asked for from elsewhere it ends (S-71).</summary>
public sealed class FindDevice(DeviceProofs proofs)
{
    /// <summary>The device. Problems: <see cref="KioskProblems.DeviceNotProved"/>, <see cref="KioskProblems.DeviceSuspended"/>, <see cref="KioskProblems.DeviceNotConfirmed"/>.</summary>
    public async Task<Outcome<KioskDevice>> ExecuteAsync(string? deviceToken, Visitor visitor, CancellationToken cancellationToken = default) =>
        (await proofs.FindAsync(deviceToken, visitor, cancellationToken)).Then(row => new KioskDevice(row.Id, row.Name, row.CentreCode, row.ProvedUntil!.Value));
}
