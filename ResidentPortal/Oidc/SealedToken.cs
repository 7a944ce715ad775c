using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResidentPortal.Oidc;

/// <summary>
/// Opens a token that was encrypted for the portal (JWE, RFC 7516), in the one form that the platform's key manager makes: RSA-OAEP-256 and A256GCM, the content
/// perhaps deflated. What is inside is a signed token, which is judged afterwards.
/// </summary>
internal static class SealedToken
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const int LongestContent = 256 * 1024;

    /// <summary>The signed token inside; null where the form is another, the key does not fit or something was changed.</summary>
    public static string? Open(string token, RSA key)
    {
        try
        {
            var parts = token.Split('.');
            if (parts.Length != 5 || JsonNode.Parse(Base64Url.DecodeFromChars(parts[0])) is not JsonObject header || !IsKnown(header))
            {
                return null;
            }

            var content = Decrypt(parts, key);
            return content is null ? null : Encoding.ASCII.GetString(header.ContainsKey("zip") ? Inflate(content) : content);
        }
        catch (Exception e) when (e is FormatException or JsonException or CryptographicException or InvalidDataException or InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsKnown(JsonObject header) =>
        Is(header["alg"], "RSA-OAEP-256") && Is(header["enc"], "A256GCM") && (!header.ContainsKey("zip") || Is(header["zip"], "DEF")) && !header.ContainsKey("crit");

    private static bool Is(JsonNode? node, string text) => node is JsonValue value && value.TryGetValue<string>(out var found) && string.Equals(found, text, StringComparison.Ordinal);

    private static byte[]? Decrypt(string[] parts, RSA key)
    {
        var (nonce, cipher, tag) = (Base64Url.DecodeFromChars(parts[2]), Base64Url.DecodeFromChars(parts[3]), Base64Url.DecodeFromChars(parts[4]));
        var contentKey = key.Decrypt(Base64Url.DecodeFromChars(parts[1]), RSAEncryptionPadding.OaepSHA256);
        if (contentKey.Length != KeySize || nonce.Length != NonceSize || tag.Length != TagSize)
        {
            return null;
        }

        var content = new byte[cipher.Length];
        using var aes = new AesGcm(contentKey, TagSize);
        aes.Decrypt(nonce, cipher, tag, content, Encoding.ASCII.GetBytes(parts[0]));
        return content;
    }

    // Bounded: a small answer must not become a large one.
    private static byte[] Inflate(byte[] content)
    {
        using var inflate = new DeflateStream(new MemoryStream(content), CompressionMode.Decompress);
        var buffer = new byte[LongestContent + 1];
        var length = inflate.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        return length <= LongestContent ? buffer[..length] : throw new InvalidDataException("The content is too long.");
    }
}
