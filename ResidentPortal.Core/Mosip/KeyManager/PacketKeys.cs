using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.KeyManager;

/// <summary>Key manager over the wire, for packets: encrypts for their receiver, and signs as the portal's machine. Nothing is changed by it, so a second try is allowed.</summary>
internal sealed class PacketKeys(MosipCall call, IPacketKeysApi api, PlatformClock platformClock, IOptions<MosipOptions> options)
{
    private const string Service = "KeyManager";
    private const int NonceLength = 12;
    private const int AadLength = 32;

    private static readonly IReadOnlyDictionary<string, Problem> Codes = MosipOperation.Table(
        (CommonProblems.ServiceUnavailable, ["KER-KMS-012", "KER-KMS-500", "KER-CRY-010", "KER-CRY-500"]));

    private static readonly MosipOperation FindSigningKey = new(Service, nameof(FindSigningKey), Sending.Read, Codes);

    private static readonly MosipOperation Encrypt = new(Service, nameof(Encrypt), Sending.Read, Codes) { MaxResponseBytes = 32 * 1024 * 1024 };

    private static readonly MosipOperation Sign = new(Service, nameof(Sign), Sending.Read, Codes);

    /// <summary>The public half of the key that signs, as the platform writes it. Problems: <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.Refused"/>.</summary>
    public Task<Outcome<string>> FindSigningKeyAsync(CancellationToken cancellationToken) => call.AskAsync<string>(
        FindSigningKey,
        (cookie, attempt) => api.FindSigningKeyAsync(cookie, Request(new SigningKeyQuery(options.Value.Packets.ServerProfile)), attempt),
        response => response.Text("publicKey") is { Length: > 0 } key ? key : MosipProblems.Unusable,
        cancellationToken);

    /// <summary>
    /// Bytes encrypted for the receiver of a machine's packets, as they travel: nonce, associated data, then what key manager answered. Problems:
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.Refused"/>.
    /// </summary>
    public async Task<Outcome<byte[]>> EncryptAsync(string machine, ReadOnlyMemory<byte> plain, string time, CancellationToken cancellationToken)
    {
        var (nonce, aad) = (RandomNumberGenerator.GetBytes(NonceLength), RandomNumberGenerator.GetBytes(AadLength));
        var request = new BytesToEncrypt { ReferenceId = machine, TimeStamp = time, Aad = aad, Salt = nonce };
        var encrypted = await call.AskAsync(
            Encrypt,
            async (cookie, attempt) =>
            {
                using var body = Base64Body.Plain(Request(request), plain);
                return await api.EncryptAsync(cookie, body, attempt);
            },
            response => Read(response, NonceLength + AadLength),
            cancellationToken);
        if (encrypted.IsSuccess)
        {
            nonce.CopyTo(encrypted.Value, 0);
            aad.CopyTo(encrypted.Value, NonceLength);
        }

        return encrypted;
    }

    /// <summary>The signature of bytes by the machine's key. Problems: <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.Refused"/>.</summary>
    public Task<Outcome<byte[]>> SignAsync(ReadOnlyMemory<byte> plain, CancellationToken cancellationToken) => call.AskAsync(
        Sign,
        async (cookie, attempt) =>
        {
            using var body = Base64Body.UrlSafe(Request(new BytesToSign()), plain);
            return await api.SignAsync(cookie, body, attempt);
        },
        response => Read(response),
        cancellationToken);

    private KernelRequest<T> Request<T>(T request) => new(request) { Version = "v1", RequestTime = platformClock.Stamp(Service) };

    private static Outcome<byte[]> Read(JsonElement response, int room = 0) =>
        response.Bytes("data", room) is { } data && data.Length > room ? data : MosipProblems.Unusable;
}
