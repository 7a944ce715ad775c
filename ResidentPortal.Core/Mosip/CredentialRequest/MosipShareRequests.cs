using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Core.Mosip.CredentialRequest;

/// <summary>Credential requests over the wire: data shared with partners, where they stand, and taking them back.</summary>
internal sealed partial class MosipShareRequests(
    MosipCall call, ICredentialRequestApi api, PlatformClock platformClock, IOptions<MosipOptions> options, ILogger<MosipShareRequests> logger) : IShareRequests
{
    private const string Service = "CredentialRequest";

    private static readonly MosipOperation Share = new(
        Service,
        nameof(Share),
        Sending.Write,
        MosipOperation.Table((CommonProblems.Refused, ["IDR-IDC-001", "IDR-IDC-002", "IDR-IDC-003"]), (CommonProblems.OutcomeUnknown, ["IDR-CRG-001", "IDR-CRG-005"])));

    private static readonly MosipOperation FindShare = new(
        Service,
        nameof(FindShare),
        Sending.Read,
        MosipOperation.Table((SharingProblems.UnknownRequest, ["IDR-CRG-003"]), (CommonProblems.ServiceUnavailable, ["IDR-CRG-001", "IDR-CRG-005"])));

    // A GET by the platform's making, and nevertheless a write: it is sent once.
    private static readonly MosipOperation TakeBack = new(
        Service,
        nameof(TakeBack),
        Sending.Write,
        MosipOperation.Table((SharingProblems.TooLate, ["IDR-CRG-004"]), (SharingProblems.UnknownRequest, ["IDR-CRG-003"]), (CommonProblems.OutcomeUnknown, ["IDR-CRG-001", "IDR-CRG-005"])));

    /// <inheritdoc/>
    public Task<Outcome<Guid>> ShareAsync(Uin uin, string partnerId, IReadOnlyList<ShareItem> items, CancellationToken cancellationToken)
    {
        var (share, key) = (options.Value.Share, options.Value.Share.EncryptionKey);
        var request = new CredentialToIssue
        {
            Id = uin.Reveal(),
            CredentialType = share.CredentialType,
            Issuer = partnerId,
            Encrypt = !string.IsNullOrWhiteSpace(key),
            EncryptionKey = string.IsNullOrWhiteSpace(key) ? null : key,
            SharableAttributes = [.. items.SelectMany(item => item.Attributes.Append(item.Choice.Name)).Distinct(StringComparer.Ordinal)],
            AdditionalData = new ShareWishes(
                items.Where(item => item.Choice.Format is not null).ToDictionary(item => item.Choice.Name, item => item.Choice.Format!, StringComparer.Ordinal),
                [.. items.Where(item => item.Choice.IsMasked).Select(item => item.Choice.Name)]),
        };
        return call.AskAsync(
            Share,
            (cookie, attempt) => api.GenerateAsync(
                cookie,
                new KernelRequest<CredentialToIssue>(request) { Id = "mosip.credential.request.service.id", Version = "1.0", RequestTime = platformClock.Stamp(Service) },
                attempt),
            MosipCredentialRequests.ReadRequestId,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<ShareStage>> FindShareAsync(Guid requestId, CancellationToken cancellationToken) =>
        call.AskAsync(FindShare, (cookie, attempt) => api.FindAsync(cookie, requestId.ToString(), attempt), ReadStage, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<Done>> TakeBackAsync(Guid requestId, CancellationToken cancellationToken) =>
        call.AskAsync<Done>(TakeBack, (cookie, attempt) => api.CancelAsync(cookie, requestId.ToString(), attempt), _ => default(Done), cancellationToken);

    private Outcome<ShareStage> ReadStage(JsonElement response)
    {
        if (response.Text("statusCode")?.Trim().ToUpperInvariant() is not { Length: > 0 } word)
        {
            return MosipProblems.Unusable;
        }

        switch (word)
        {
            case "NEW" or "RETRY":
                return ShareStage.Waiting;
            case "ISSUED" or "STORED" or "RECEIVED":
                return ShareStage.HandedOver;
            case "FAILED":
                return ShareStage.Failed;
            case "CANCELLED":
                return ShareStage.TakenBack;
            default:
                // The platform's own words are all known: this one is the partner's, so it has the data.
                Log.UnknownWord(logger, FindShare);
                return ShareStage.HandedOver;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "{Operation}: the partner published a word of its own; it has the data")]
        public static partial void UnknownWord(ILogger logger, MosipOperation operation);
    }
}
