using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>
/// A request that only ID authentication can open: the bytes and their hash under a fresh AES-256 key (GCM, a 16-byte IV that stands last), the key under
/// the certificate (RSA-OAEP with SHA-256). .NET's own AES-GCM takes IVs of 12 bytes only.
/// </summary>
/// <param name="Request">The sealed bytes.</param>
/// <param name="SessionKey">The sealed key.</param>
/// <param name="Hash">The sealed hash, which MOSIP calls HMAC: upper-case hexadecimal SHA-256 of the bytes.</param>
/// <param name="Thumbprint">SHA-256 of the certificate.</param>
internal sealed record SealedRequest(string Request, string SessionKey, string Hash, string Thumbprint)
{
    private const int KeyLength = 32;
    private const int IvLength = 16;
    private const int TagBits = 128;

    /// <summary>Seals the bytes under a new key.</summary>
    public static SealedRequest Seal(ReadOnlySpan<byte> plain, IdaPublicKey publicKey)
    {
        var key = RandomNumberGenerator.GetBytes(KeyLength);
        try
        {
            return Seal(plain, publicKey, key, RandomNumberGenerator.GetBytes(IvLength), RandomNumberGenerator.GetBytes(IvLength));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Seals the bytes under the key and IVs that are given; no IV may be used twice with a key.</summary>
    public static SealedRequest Seal(ReadOnlySpan<byte> plain, IdaPublicKey publicKey, byte[] key, byte[] iv, byte[] hashIv)
    {
        var hash = Encoding.ASCII.GetBytes(Convert.ToHexString(SHA256.HashData(plain)));
        return new SealedRequest(
            Encrypt(plain, key, iv),
            Base64Url.EncodeToString(publicKey.Rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256)),
            Encrypt(hash, key, hashIv),
            publicKey.Thumbprint);
    }

    /// <summary>Without anything of it.</summary>
    public override string ToString() => nameof(SealedRequest);

    private static string Encrypt(ReadOnlySpan<byte> plain, byte[] key, byte[] iv)
    {
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(forEncryption: true, new AeadParameters(new KeyParameter(key), TagBits, iv));
        var output = new byte[cipher.GetOutputSize(plain.Length) + IvLength];
        var written = cipher.ProcessBytes(plain, output);
        cipher.DoFinal(output.AsSpan(written));
        iv.CopyTo(output.AsSpan(output.Length - IvLength));
        return Base64Url.EncodeToString(output);
    }
}

/// <summary>The public key requests are sealed for.</summary>
/// <param name="Rsa">The key.</param>
/// <param name="Thumbprint">SHA-256 of the certificate it comes from, base64url.</param>
internal sealed record IdaPublicKey(RSA Rsa, string Thumbprint);
