using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ResidentPortal.Sandbox;

/// <summary>ID authentication's own key and certificate, for which sealed requests are made; the sandbox makes it at its first use.</summary>
public sealed class SealingCertificate(SandboxClock clock) : IDisposable
{
    private readonly Lock _gate = new();
    private X509Certificate2? _certificate;

    /// <summary>The certificate with its private key.</summary>
    public X509Certificate2 Current
    {
        get
        {
            lock (_gate)
            {
                return _certificate ??= Make();
            }
        }
    }

    /// <summary>Replaces key and certificate, so that requests sealed for the old one cannot be read any more.</summary>
    public void Rotate()
    {
        lock (_gate)
        {
            _certificate?.Dispose();
            _certificate = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Rotate();

    internal byte[] Unwrap(byte[] sessionKey, byte[] thumbprint)
    {
        var certificate = Current;
        if (!CryptographicOperations.FixedTimeEquals(SHA256.HashData(certificate.RawData), thumbprint))
        {
            throw new CryptographicException("The thumbprint is not that of the current certificate.");
        }

        using var key = certificate.GetRSAPrivateKey()!;
        return key.Decrypt(sessionKey, RSAEncryptionPadding.OaepSHA256);
    }

    internal byte[] Sign(byte[] bytes)
    {
        using var key = Current.GetRSAPrivateKey()!;
        return key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest(
            "CN=IDA-INTERNAL, O=Sandbox, C=XX",
            key,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(clock.WallNow.AddDays(-1), clock.WallNow.AddYears(3));
    }
}
