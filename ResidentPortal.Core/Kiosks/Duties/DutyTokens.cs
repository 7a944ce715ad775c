using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Kiosks.Devices;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Duties;

/// <summary>What opens a duty: its token, and the presses that its device has signed.</summary>
public sealed class DutyTokens(LookupKeys keys, TimeProvider clock)
{
    private static readonly TimeSpan PressWindow = TimeSpan.FromMinutes(10);

    /// <summary>A ticket with a new token.</summary>
    internal static DutyTicket Ticket(Guid dutyId) => new(dutyId, DeviceProofs.NewToken());

    /// <summary>The hash under which a token stands in its row.</summary>
    internal string TokenKey(string token) => keys.Hash("duty-token", token);

    /// <summary>What a press of now is signed over.</summary>
    internal string PressNonce(Guid dutyId) => PressNonce(dutyId, Window());

    /// <summary>Takes a press: signed by the device over the nonce of now or of the window before, and not taken yet. The caller's transaction commits it.</summary>
    internal async Task<bool> TakePressAsync(PortalDbContext db, Guid dutyId, byte[] publicKey, PressProof press)
    {
        var window = Window();
        if (press is not { Nonce: { } nonce, Signature: { } signature }
            || !(string.Equals(nonce, PressNonce(dutyId, window), StringComparison.Ordinal) || string.Equals(nonce, PressNonce(dutyId, window - 1), StringComparison.Ordinal))
            || !DeviceKey.HasSigned(publicKey, $"press\n{nonce}", signature))
        {
            return false;
        }

        var key = keys.Hash("kiosk-press", $"{dutyId:N} {DeviceKey.FixedHalf(signature)}");
        if (await db.Presses.AnyAsync(row => row.SignatureKey == key))
        {
            return false;
        }

        db.Presses.Add(new PressRow { SignatureKey = key, DutyId = dutyId, At = clock.GetUtcNow() });
        return true;
    }

    private string PressNonce(Guid dutyId, long window) => keys.Hash("kiosk-press-nonce", string.Create(CultureInfo.InvariantCulture, $"{dutyId:N} {window}"));

    private long Window() => clock.GetUtcNow().ToUnixTimeMilliseconds() / (long)PressWindow.TotalMilliseconds;
}
