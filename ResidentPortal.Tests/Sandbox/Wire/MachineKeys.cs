using System.Buffers.Text;
using System.Collections.Immutable;
using System.Security.Cryptography;

namespace ResidentPortal.Sandbox;

/// <summary>
/// Key manager's keys for packets: one that signs, and one for each machine's receiver, made at their first use. What is encrypted has key manager's shape: the thumbprint of the
/// receiver's key, a session key wrapped for it, a splitter, and the AES-GCM text with its tag.
/// </summary>
public sealed class MachineKeys
{
    private const int KeyBits = 2048;
    private const int NonceLength = 12;
    private const int AadLength = 32;
    private const int TagLength = 16;

    private readonly Lock _gate = new();
    private RSAParameters? _signing;
    private ImmutableDictionary<string, RSAParameters> _receivers = ImmutableDictionary.Create<string, RSAParameters>(StringComparer.Ordinal);

    private static ReadOnlySpan<byte> Splitter => "#KEY_SPLITTER#"u8;

    private RSAParameters Signing
    {
        get
        {
            lock (_gate)
            {
                return _signing ??= Make();
            }
        }
    }

    /// <summary>Replaces the key that signs: machines known by the old one sign no more.</summary>
    public void Rotate()
    {
        lock (_gate)
        {
            _signing = null;
        }
    }

    internal string PublicKey()
    {
        using var key = RSA.Create(Signing);
        return Base64Url.EncodeToString(key.ExportSubjectPublicKeyInfo());
    }

    internal byte[] Sign(byte[] bytes)
    {
        using var key = RSA.Create(Signing);
        return key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    internal static bool Verify(string publicKey, byte[] bytes, byte[] signature)
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(Base64Url.DecodeFromChars(publicKey), out _);
        return key.VerifyData(bytes, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    internal byte[] Encrypt(string machine, byte[] plain, byte[] nonce, byte[] aad)
    {
        using var receiver = RSA.Create(Receiver(machine));
        var session = RandomNumberGenerator.GetBytes(32);
        var (cipher, tag) = (new byte[plain.Length], new byte[TagLength]);
        using var aes = new AesGcm(session, TagLength);
        aes.Encrypt(nonce, plain, cipher, tag, aad);
        return [.. Thumbprint(receiver), .. receiver.Encrypt(session, RSAEncryptionPadding.OaepSHA256), .. Splitter, .. cipher, .. tag];
    }

    /// <summary>The plain bytes of nonce, associated data and key manager's text; a <see cref="CryptographicException"/> where they do not fit together.</summary>
    internal byte[] Decrypt(string machine, ReadOnlySpan<byte> sealedBytes)
    {
        using var receiver = RSA.Create(Receiver(machine));
        var wrapped = receiver.KeySize / 8;
        const int Head = NonceLength + AadLength;
        var place = Head + SHA256.HashSizeInBytes + wrapped;
        if (sealedBytes.Length < place + Splitter.Length + TagLength || !sealedBytes[place..].StartsWith(Splitter) || !sealedBytes[Head..].StartsWith(Thumbprint(receiver)))
        {
            throw new CryptographicException("Not encrypted for this machine's receiver.");
        }

        var session = receiver.Decrypt(sealedBytes.Slice(Head + SHA256.HashSizeInBytes, wrapped).ToArray(), RSAEncryptionPadding.OaepSHA256);
        var cipher = sealedBytes[(place + Splitter.Length)..^TagLength];
        var plain = new byte[cipher.Length];
        using var aes = new AesGcm(session, TagLength);
        aes.Decrypt(sealedBytes[..NonceLength], cipher, sealedBytes[^TagLength..], plain, sealedBytes[NonceLength..Head]);
        return plain;
    }

    private static byte[] Thumbprint(RSA key) => SHA256.HashData(key.ExportSubjectPublicKeyInfo());

    private static RSAParameters Make()
    {
        using var key = RSA.Create(KeyBits);
        return key.ExportParameters(includePrivateParameters: true);
    }

    private RSAParameters Receiver(string machine)
    {
        lock (_gate)
        {
            if (!_receivers.TryGetValue(machine, out var key))
            {
                _receivers = _receivers.Add(machine, key = Make());
            }

            return key;
        }
    }
}
