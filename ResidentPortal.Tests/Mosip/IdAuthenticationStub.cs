using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;

namespace ResidentPortal.Tests.Mosip;

/// <summary>ID authentication's half of the seal: a key of its own, a certificate, and what opens a request.</summary>
public sealed class IdAuthenticationStub : IDisposable
{
    public const string CertificatePath = "GET /idauthentication/v1/internal/getCertificate";
    public const string OtpPath = "POST /idauthentication/v1/internal/otp";
    public const string AuthPath = "POST /idauthentication/v1/internal/auth";
    public const string Judged = """{ "errors": null, "response": { "authStatus": true, "authToken": null } }""";

    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;

    public IdAuthenticationStub()
    {
        var request = new CertificateRequest("CN=IDA-INTERNAL", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        _certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(3));
    }

    public string Thumbprint => Base64Url.EncodeToString(SHA256.HashData(_certificate.RawData));

    internal Task GiveCertificate(HttpContext context) => context.Json(JsonSerializer.Serialize(new
    {
        response = new { certificate = _certificate.ExportCertificatePem() + "\n", expiryAt = DateTimeOffset.UtcNow.AddYears(3).ToString("O") },
        errors = Array.Empty<object>(),
    }));

    /// <summary>The sealed JSON, after checking that the seal and the hash hold.</summary>
    public JsonElement Open(JsonElement body)
    {
        var key = _key.Decrypt(Part(body, "requestSessionKey"), RSAEncryptionPadding.OaepSHA256);
        var plain = Decrypt(key, Part(body, "request"));
        var hash = Encoding.ASCII.GetString(Decrypt(key, Part(body, "requestHMAC")));
        return string.Equals(hash, Convert.ToHexString(SHA256.HashData(plain)), StringComparison.Ordinal)
            ? JsonDocument.Parse(plain).RootElement
            : throw new CryptographicException("The hash does not fit.");
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
    }

    private static byte[] Part(JsonElement body, string name) => Base64Url.DecodeFromChars(body.GetProperty(name).GetString());

    private static byte[] Decrypt(byte[] key, byte[] blob)
    {
        var cipher = new GcmBlockCipher(AesUtilities.CreateEngine());
        cipher.Init(forEncryption: false, new AeadParameters(new KeyParameter(key), 128, blob[^16..]));
        var plain = new byte[cipher.GetOutputSize(blob.Length - 16)];
        var written = cipher.ProcessBytes(blob, 0, blob.Length - 16, plain, 0);
        cipher.DoFinal(plain, written);
        return plain;
    }
}
