using System.Security.Cryptography;
using System.Text;

namespace ResidentPortal.Core.Kiosks.Devices;

/// <summary>The public half of a device's key: ECDSA on P-256, with signatures of SHA-256 as browsers write them.</summary>
internal static class DeviceKey
{
    private const int KeyBits = 256;
    private const int SignatureSize = 64;
    private const int MostText = 400;
    private const string P256 = "1.2.840.10045.3.1.7";

    /// <summary>The key of a SubjectPublicKeyInfo in base64; null where it is none of the one kind.</summary>
    public static byte[]? Parse(string? spkiBase64)
    {
        if (Bytes(spkiBase64) is not { } bytes)
        {
            return null;
        }

        try
        {
            using var key = Import(bytes);
            return key.KeySize is KeyBits && key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value is P256 ? key.ExportSubjectPublicKeyInfo() : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Whether the holder of the key signed this text.</summary>
    public static bool HasSigned(byte[] publicKey, string text, string? signatureBase64)
    {
        if (Bytes(signatureBase64) is not { Length: SignatureSize } signature)
        {
            return false;
        }

        using var key = Import(publicKey);
        return key.VerifyData(Encoding.UTF8.GetBytes(text), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    /// <summary>The half of a signature that its other half cannot be changed without: whoever copies one can write the other anew, and not this.</summary>
    public static string FixedHalf(string signatureBase64) => Convert.ToHexString(Bytes(signatureBase64)!.AsSpan(0, SignatureSize / 2));

    private static ECDsa Import(byte[] publicKey)
    {
        var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key;
    }

    private static byte[]? Bytes(string? base64)
    {
        var bytes = new byte[MostText];
        return base64 is { Length: > 0 and <= MostText } && Convert.TryFromBase64String(base64, bytes, out var length) ? bytes[..length] : null;
    }
}
