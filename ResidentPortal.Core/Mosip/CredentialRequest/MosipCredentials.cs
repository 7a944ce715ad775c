using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip.CredentialService;
using ResidentPortal.Core.Mosip.DataShare;
using ResidentPortal.Core.Mosip.PartnerManager;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Core.Mosip.CredentialRequest;

/// <summary>Credentials over the wire, as other programs ask for them: of any type, for any partner, with what they hand on left as it is.</summary>
internal sealed class MosipCredentials(
    MosipCall call, ICredentialRequestApi api, ICredentialServiceApi types, IPartnerManagerApi partners, SharedFiles files, PlatformClock platformClock, IOptions<MosipOptions> options)
    : IPartnerCredentials
{
    private const string Service = "CredentialRequest";
    private const int LongestWord = 64;

    private static readonly MosipOperation Ask = new(
        Service,
        nameof(Ask),
        Sending.Write,
        MosipOperation.Table((CommonProblems.Refused, ["IDR-IDC-001", "IDR-IDC-002", "IDR-IDC-003"]), (CommonProblems.OutcomeUnknown, ["IDR-CRG-001", "IDR-CRG-005"])));

    private static readonly MosipOperation Find = new(
        Service,
        nameof(Find),
        Sending.Read,
        MosipOperation.Table((SharingProblems.UnknownRequest, ["IDR-CRG-003"]), (CommonProblems.ServiceUnavailable, ["IDR-CRG-001", "IDR-CRG-005"])));

    private static readonly MosipOperation ListTypes = new("CredentialService", nameof(ListTypes), Sending.Read, MosipOperation.Table()) { IsEnveloped = false };

    private static readonly MosipOperation ReadPolicy = new(
        "PartnerManager", nameof(ReadPolicy), Sending.Read, MosipOperation.Table((SharingProblems.UnknownPartner, ["PMS_PRT_005", "PMS_PRT_064", "PMS_PRT_072", "PMS_PRT_073"])));

    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public Task<Outcome<Guid>> RequestAsync(IndividualId person, CredentialRequestOrder order, CancellationToken cancellationToken)
    {
        var key = string.IsNullOrWhiteSpace(order.EncryptionKey) ? options.Value.Share.EncryptionKey : order.EncryptionKey;
        var request = new CredentialToIssue
        {
            Id = person.Reveal(),
            CredentialType = order.CredentialType,
            Issuer = order.PartnerId,
            Recipient = order.Recipient,
            User = order.User,
            Encrypt = order.IsEncrypted,
            EncryptionKey = order.IsEncrypted ? key : null,
            SharableAttributes = order.Attributes,
            AdditionalData = order.AdditionalData ?? Nothing,
        };
        return call.AskAsync(
            Ask,
            (cookie, attempt) => api.GenerateAsync(
                cookie,
                new KernelRequest<CredentialToIssue>(request) { Id = "mosip.credential.request.service.id", Version = "1.0", RequestTime = platformClock.Stamp(Service) },
                attempt),
            MosipCredentialRequests.ReadRequestId,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<CredentialStanding>> FindAsync(Guid requestId, CancellationToken cancellationToken) =>
        call.AskAsync(Find, (cookie, attempt) => api.FindAsync(cookie, requestId.ToString(), attempt), ReadStanding, cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome<byte[]>> FetchCardAsync(Guid requestId, CancellationToken cancellationToken) =>
        (await call.AskAsync(Find, (cookie, attempt) => api.FindAsync(cookie, requestId.ToString(), attempt), ReadAddress, cancellationToken)).Try(out var address, out var problem)
            ? await files.FetchPdfAsync(address, cancellationToken)
            : problem;

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<CredentialType>>> ListTypesAsync(CancellationToken cancellationToken) =>
        call.AskAsync(ListTypes, (_, attempt) => types.ListTypesAsync(attempt), ReadTypes, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<CredentialPolicy>> ReadPolicyAsync(string partnerId, string credentialType, CancellationToken cancellationToken) =>
        call.AskAsync<CredentialPolicy>(
            ReadPolicy, (cookie, attempt) => partners.FindPolicyAsync(cookie, partnerId, credentialType, attempt), response => new CredentialPolicy(response), cancellationToken);

    // Whatever word a partner publishes goes on to the program that asked, if it is a word.
    private static Outcome<CredentialStanding> ReadStanding(JsonElement response) =>
        response.Text("statusCode")?.Trim() is { Length: > 0 and <= LongestWord } word && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-')
            ? new CredentialStanding(IndividualId.TryParse(response.Text("id"), out var person) ? person : null, word)
            : MosipProblems.Unusable;

    private static Outcome<string> ReadAddress(JsonElement response) => response.Text("url")?.Trim() is { Length: > 0 } address ? address : SharingProblems.NoCard;

    internal static Outcome<IReadOnlyList<CredentialType>> ReadTypes(JsonElement file) => file.Items("credentialTypes") is { } entries
        ? entries.Where(entry => entry.Text("id") is not null).Select(entry => new CredentialType(entry.Text("id")!, entry.Text("name"), entry.Text("description"), Issuers(entry))).ToList()
        : MosipProblems.Unusable;

    private static List<CredentialIssuer> Issuers(JsonElement entry) =>
        [.. (entry.Items("issuers") ?? []).Where(issuer => issuer.Text("code") is not null).Select(issuer => new CredentialIssuer(issuer.Text("code")!, issuer.Text("name")))];
}
