using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Oidc;

/// <summary>The portal's keys at the provider: the one it proves itself with, and the one that information about people is encrypted for.</summary>
internal sealed class OidcKeys : IDisposable
{
    private const int FewestBits = 2048;
    private readonly RSA _client;

    public OidcKeys(IOptions<OidcOptions> options)
    {
        _client = Read(options.Value.ClientKey) ?? throw new InvalidOperationException("Oidc:ClientKey was not checked.");
        Decryption = Read(options.Value.DecryptionKey);

        // The library would keep what signs for the whole process, beyond the life of this key.
        var key = new RsaSecurityKey(_client) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } };
        if (!string.IsNullOrWhiteSpace(options.Value.ClientKeyId))
        {
            key.KeyId = options.Value.ClientKeyId;
        }

        Client = new SigningCredentials(key, SecurityAlgorithms.RsaSha256);
    }

    /// <summary>What the client proves itself with.</summary>
    public SigningCredentials Client { get; }

    /// <summary>What opens user information; null where it is only signed.</summary>
    public RSA? Decryption { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        Decryption?.Dispose();
    }

    /// <summary>The private key in a text that is PEM or the path of a file; null where it is neither, or too weak.</summary>
    internal static RSA? Read(string? pemOrPath)
    {
        if (string.IsNullOrWhiteSpace(pemOrPath))
        {
            return null;
        }

        var key = RSA.Create();
        try
        {
            key.ImportFromPem(pemOrPath.Contains("-----BEGIN ", StringComparison.Ordinal) ? pemOrPath : File.ReadAllText(pemOrPath));
            key.ExportParameters(includePrivateParameters: true);
            return key.KeySize >= FewestBits ? key : throw new CryptographicException("The key is too weak.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }
}
