using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>ID authentication over the wire: one-time codes, asked for and judged.</summary>
internal sealed class MosipIdAuthentication(
    MosipCall call, IIdAuthenticationApi api, IdaCertificate certificate, PlatformClock platformClock, IOptions<MosipOptions> options) : IIdAuthentication
{
    /// <inheritdoc/>
    public Task<Outcome<MaskedContacts>> SendCodeAsync(
        IndividualId individualId, TransactionId transactionId, IReadOnlyCollection<OtpChannel> channels, CancellationToken cancellationToken)
    {
        string[] names = [.. channels.Distinct().Order().Select(channel => channel is OtpChannel.Phone ? "PHONE" : "EMAIL")];
        return InTimeAsync(() => call.AskAsync(
            IdAuthenticationOperations.SendCode,
            (cookie, attempt) => api.RequestOtpAsync(
                cookie,
                new OtpRequest
                {
                    TransactionId = transactionId.Value,
                    RequestTime = platformClock.Stamp(IdAuthenticationOperations.Service),
                    IndividualId = individualId.Reveal(),
                    Channels = names,
                },
                attempt),
            ReadContacts,
            cancellationToken));
    }

    /// <inheritdoc/>
    public async Task<Outcome<Done>> VerifyCodeAsync(IndividualId individualId, TransactionId transactionId, OneTimeCode code, CancellationToken cancellationToken)
    {
        var (outcome, key) = await VerifyOnceAsync();
        if (outcome.Problem == IdAuthenticationOperations.KeyChanged && key is not null)
        {
            // Not opened is not judged: no try was counted, and a second request with the new key is safe.
            certificate.Drop(key);
            (outcome, _) = await VerifyOnceAsync();
        }

        return outcome.Problem == IdAuthenticationOperations.KeyChanged ? CommonProblems.ServiceUnavailable : outcome;

        async Task<(Outcome<Done> Outcome, IdaPublicKey? Key)> VerifyOnceAsync()
        {
            var found = await certificate.GetAsync(cancellationToken);
            return found.Try(out var publicKey, out var problem)
                ? (await InTimeAsync(() => JudgeAsync(individualId, transactionId, code, publicKey, cancellationToken)), publicKey)
                : (problem, null);
        }
    }

    private Task<Outcome<Done>> JudgeAsync(
        IndividualId individualId, TransactionId transactionId, OneTimeCode code, IdaPublicKey publicKey, CancellationToken cancellationToken) => call.AskAsync<Done>(
        IdAuthenticationOperations.VerifyCode,
        (cookie, attempt) =>
        {
            var now = platformClock.Stamp(IdAuthenticationOperations.Service);
            var sealedRequest = Seal(code, now, publicKey);
            var body = new AuthRequest
            {
                RequestTime = now,
                TransactionId = transactionId.Value,
                Environment = Given(options.Value.Environment),
                DomainUri = Given(options.Value.DomainUri),
                IndividualId = individualId.Reveal(),
                Request = sealedRequest.Request,
                SessionKey = sealedRequest.SessionKey,
                Hash = sealedRequest.Hash,
                Thumbprint = sealedRequest.Thumbprint,
            };
            return api.AuthenticateAsync(cookie, body, attempt);
        },
        response => response.Flag("authStatus") is true ? new Done() : MosipProblems.Unusable,
        cancellationToken);

    private async Task<Outcome<T>> InTimeAsync<T>(Func<Task<Outcome<T>>> ask)
    {
        var outcome = await platformClock.InTimeAsync(IdAuthenticationOperations.Service, IdAuthenticationOperations.WrongTime, ask);
        return outcome.Problem == IdAuthenticationOperations.WrongTime ? CommonProblems.ServiceUnavailable : outcome;
    }

    private static Outcome<MaskedContacts> ReadContacts(JsonElement response) => response.ValueKind is JsonValueKind.Object
        ? new MaskedContacts(response.Text("maskedMobile"), response.Text("maskedEmail"))
        : MosipProblems.Unusable;

    private static SealedRequest Seal(OneTimeCode code, string now, IdaPublicKey publicKey)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new CodeAndTime(code.Reveal(), now));
        try
        {
            return SealedRequest.Seal(plain, publicKey);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>What is sealed: the code and the time, nothing else.</summary>
    private sealed record CodeAndTime([property: JsonPropertyName("otp")] string Otp, [property: JsonPropertyName("timestamp")] string Timestamp)
    {
        public override string ToString() => nameof(CodeAndTime);
    }
}
