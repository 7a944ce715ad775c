namespace ResidentPortal;

/// <content>The addresses of devices at centres.</content>
public static partial class Links
{
    /// <summary>Where a browser becomes a device.</summary>
    public const string KioskEnrol = "/kiosk/enrol";

    /// <summary>Takes the public key of a device that is enrolled; for its script.</summary>
    public const string KioskEnrolKey = "/kiosk/enrol/key";

    /// <summary>Asks a device for a proof; for its script.</summary>
    public const string KioskChallenge = "/kiosk/proof/challenge";

    /// <summary>Takes the proof of a device; for its script.</summary>
    public const string KioskProof = "/kiosk/proof";

    /// <summary>The devices, for supervisors.</summary>
    public const string KioskDevices = "/kiosk/supervisor/devices";
}
