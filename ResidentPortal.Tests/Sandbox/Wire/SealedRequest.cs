using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The sealed part of <c>/internal/auth</c>, opened in the order of ID authentication: key, hash, request, comparison.</summary>
internal static class SealedRequest
{
    internal static JsonObject Open(JsonObject envelope, SealingCertificate certificate)
    {
        byte[] text;
        byte[] hash;
        try
        {
            var key = certificate.Unwrap(Bytes(envelope, "requestSessionKey"), Thumbprint(envelope));
            hash = LongNonceGcm.Open(key, Bytes(envelope, "requestHMAC"));
            text = LongNonceGcm.Open(key, Bytes(envelope, "request"));
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException)
        {
            throw new PlatformException("IDA-MPA-003", "Unable to decrypt Request", "Please try again with correct certificate") { FromFilter = true };
        }

        // The comparison keeps case: a hash in small letters fails.
        if (!string.Equals(Convert.ToHexString(SHA256.HashData(text)), Encoding.ASCII.GetString(hash), StringComparison.Ordinal))
        {
            throw new PlatformException("IDA-MPA-016", "HMAC Validation failed") { FromFilter = true };
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw Envelope.Unprocessed();
        }
        catch (JsonException)
        {
            throw Envelope.Unprocessed();
        }
    }

    private static byte[] Bytes(JsonObject envelope, string field)
    {
        var text = Json.Text(envelope, field);
        return string.IsNullOrEmpty(text)
            ? throw new PlatformException("IDA-MLC-006", $"Missing Input Parameter - {field}") { FromFilter = true }
            : Base64Url.DecodeFromChars(text);
    }

    // 64 hexadecimal digits are tried before base64url.
    private static byte[] Thumbprint(JsonObject envelope) =>
        Json.Text(envelope, "thumbprint") is { Length: 64 } text && text.All(char.IsAsciiHexDigit)
            ? Convert.FromHexString(text)
            : Bytes(envelope, "thumbprint");
}
