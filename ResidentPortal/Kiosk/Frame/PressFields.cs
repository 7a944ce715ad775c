namespace ResidentPortal.Kiosk.Frame;

/// <summary>The hidden fields in which a form carries the device's signature; the script of the device fills them in as the form is sent.</summary>
internal static class PressFields
{
    /// <summary>What was signed.</summary>
    public const string Nonce = "Nonce";

    /// <summary>The signature.</summary>
    public const string Signature = "Signature";
}
