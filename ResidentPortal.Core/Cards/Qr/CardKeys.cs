using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Core.Cards.Qr;

/// <summary>
/// The keys of cards: the one that signs, and those that did. Rotation is to give a new signing key and to keep the public half of the old one among the
/// retired.
/// </summary>
public sealed class CardKeys
{
    private readonly ECParameters _signing;
    private readonly Dictionary<string, ECParameters> _public;

    public CardKeys(IOptions<CardKeyOptions> options)
    {
        Issuer = options.Value.Issuer!;
        ValidYears = options.Value.ValidYears;
        _signing = CardKeyFile.Read(options.Value.Signing!, CardKeyFile.PrivateLabel)!.Value;
        var known = options.Value.Retired.Select(key => CardKeyFile.Read(key, CardKeyFile.PublicLabel)!.Value)
            .Prepend(_signing with { D = null });
        _public = known.DistinctBy(PublishedCardKey.IdOf, StringComparer.Ordinal).ToDictionary(PublishedCardKey.IdOf, StringComparer.Ordinal);
        CurrentId = PublishedCardKey.IdOf(_signing);
    }

    /// <summary>The id of the key that signs.</summary>
    public string CurrentId { get; }

    /// <summary>The keys that cards are checked with, the current one first (RFC 7517): what the portal publishes.</summary>
    public CardKeySet Published => new([.. _public.Values.Select(PublishedCardKey.Of)]);

    internal string Issuer { get; }

    internal int ValidYears { get; }

    /// <summary>The key that signs; made anew each time, since a key object is not for two threads.</summary>
    internal ECDsa OpenSigning() => ECDsa.Create(_signing);

    /// <summary>The public key by an id; null where the id is none of ours.</summary>
    internal ECDsa? OpenPublic(string id) => _public.TryGetValue(id, out var key) ? ECDsa.Create(key) : null;
}

/// <summary>A set of public keys as JSON has it (RFC 7517).</summary>
/// <param name="Keys">The keys.</param>
public sealed record CardKeySet(IReadOnlyList<PublishedCardKey> Keys)
{
    /// <summary>The document, <c>application/jwk-set+json</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

/// <summary>A public key as JSON has it (RFC 7517, RFC 7518 §6.2).</summary>
/// <param name="Kty">The family of the key.</param>
/// <param name="Crv">The curve.</param>
/// <param name="X">The point's x in base64url.</param>
/// <param name="Y">The point's y in base64url.</param>
/// <param name="Kid">The key's id.</param>
/// <param name="Alg">What it signs with.</param>
/// <param name="Use">What it is for.</param>
public sealed record PublishedCardKey(string Kty, string Crv, string X, string Y, string Kid, string Alg, string Use)
{
    // A card carries the id, and eight bytes tell the few keys of one authority apart: who forged an id would still lack the key.
    private const int IdBytes = 8;

    internal static PublishedCardKey Of(ECParameters key) => new("EC", "P-256", Base64(key.Q.X!), Base64(key.Q.Y!), IdOf(key), "ES256", "sig");

    /// <summary>The id of a key: the beginning of its thumbprint (RFC 7638).</summary>
    internal static string IdOf(ECParameters key)
    {
        var members = $$"""{"crv":"P-256","kty":"EC","x":"{{Base64(key.Q.X!)}}","y":"{{Base64(key.Q.Y!)}}"}""";
        return Base64(SHA256.HashData(Encoding.UTF8.GetBytes(members)).AsSpan(0, IdBytes));
    }

    private static string Base64(ReadOnlySpan<byte> bytes) => Base64Url.EncodeToString(bytes);
}
