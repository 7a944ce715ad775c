using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>ID authentication's certificate (MOSIP <c>getCertificate</c>), kept until it runs out or ID authentication no longer knows it.</summary>
internal sealed class IdaCertificate(MosipCall call, ICertificateApi api, TimeProvider clock)
{
    private const string ApplicationId = "IDA";
    private const string ReferenceId = "INTERNAL";
    private const int LeastKeyBits = 2048;

    private static readonly TimeSpan LongestKept = TimeSpan.FromDays(1);

    private static readonly MosipOperation GetCertificate = new(
        "IdAuthentication",
        "GetCertificate",
        Sending.Read,
        MosipOperation.Table((CommonProblems.ServiceUnavailable, ["KER-KMS-001", "KER-KMS-002", "KER-KMS-003", "KER-KMS-005", "KER-KMS-012", "KER-KMS-500"])));

    private readonly Kept<IdaPublicKey> _key = new(clock);

    /// <summary>The public key. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public Task<Outcome<IdaPublicKey>> GetAsync(CancellationToken cancellationToken) => _key.GetAsync(FetchAsync, cancellationToken);

    /// <summary>Forgets a key that ID authentication could not open a request with.</summary>
    public void Drop(IdaPublicKey key) => _key.Drop(key);

    private Task<Outcome<Kept<IdaPublicKey>.Entry>> FetchAsync() => call.AskAsync(
        GetCertificate, (cookie, attempt) => api.GetCertificateAsync(cookie, ApplicationId, ReferenceId, attempt), Read, CancellationToken.None);

    private Outcome<Kept<IdaPublicKey>.Entry> Read(JsonElement response)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(response.Text("certificate"));
            if (certificate.GetRSAPublicKey() is not { KeySize: >= LeastKeyBits } key)
            {
                return MosipProblems.Unusable;
            }

            var now = clock.GetUtcNow();
            var ends = response.Time("expiryAt") ?? new DateTimeOffset(certificate.NotAfter);
            var until = ends < now + LongestKept ? ends : now + LongestKept;
            return new Kept<IdaPublicKey>.Entry(new IdaPublicKey(key, Base64Url.EncodeToString(SHA256.HashData(certificate.RawData))), until);
        }
        catch (CryptographicException)
        {
            return MosipProblems.Unusable;
        }
    }
}
