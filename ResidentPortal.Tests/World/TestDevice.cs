using System.Security.Cryptography;
using System.Text;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Tests.World;

/// <summary>A browser at a centre with the key that it made, as kiosk-device.js keeps it.</summary>
public sealed class TestDevice : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>The number that the portal gave it.</summary>
    public Guid Id { get; set; }

    /// <summary>The token of its last proof.</summary>
    public string? Token { get; set; }

    /// <summary>Where it stands, as the portal sees it.</summary>
    public Visitor Visitor { get; init; } = new("kiosk browser", "192.0.2", "Chrome", "Windows");

    /// <summary>Its public key, as a browser exports it.</summary>
    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>Its signature over a text.</summary>
    public string Sign(string text) => Convert.ToBase64String(_key.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public void Dispose() => _key.Dispose();
}
