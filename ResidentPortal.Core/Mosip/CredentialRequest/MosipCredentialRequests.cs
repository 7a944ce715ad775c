using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.CredentialRequest;

/// <summary>Credential requests over the wire: cards ordered from the print partner, and where they stand.</summary>
internal sealed partial class MosipCredentialRequests(
    MosipCall call, ICredentialRequestApi api, PlatformClock platformClock, IMeterFactory meters, IOptions<MosipOptions> options, ILogger<MosipCredentialRequests> logger)
    : ICredentialRequests
{
    private const string Service = "CredentialRequest";

    private static readonly MosipOperation Order = new(
        Service,
        nameof(Order),
        Sending.Write,
        MosipOperation.Table((CommonProblems.Refused, ["IDR-IDC-001", "IDR-IDC-002", "IDR-IDC-003"]), (CommonProblems.OutcomeUnknown, ["IDR-CRG-001", "IDR-CRG-005"])));

    private static readonly MosipOperation FindOrder = new(
        Service,
        nameof(FindOrder),
        Sending.Read,
        MosipOperation.Table((CardProblems.UnknownOrder, ["IDR-CRG-003"]), (CommonProblems.ServiceUnavailable, ["IDR-CRG-001", "IDR-CRG-005"])));

    private readonly Counter<long> _unknownWords = meters.Create(MosipCall.MeterName).CreateCounter<long>(
        "mosip.unknown_order_words", description: "Words of print partners that the portal has no stage for.");

    /// <inheritdoc/>
    public Task<Outcome<Guid>> OrderAsync(Uin uin, bool isMasked, CancellationToken cancellationToken)
    {
        var (print, key) = (options.Value.Print, options.Value.Print.EncryptionKey);
        var request = new CredentialToIssue
        {
            Id = uin.Reveal(),
            CredentialType = print.CredentialType,
            Issuer = print.Partner,
            Encrypt = !string.IsNullOrWhiteSpace(key),
            EncryptionKey = string.IsNullOrWhiteSpace(key) ? null : key,
            SharableAttributes = [.. print.Attributes],
            AdditionalData = isMasked ? new CardWishes("MASKED_UIN", [options.Value.IdentityAttributes.Uin]) : new CardWishes("UIN", []),
        };
        return call.AskAsync(
            Order,
            (cookie, attempt) => api.GenerateAsync(
                cookie,
                new KernelRequest<CredentialToIssue>(request) { Id = "mosip.credential.request.service.id", Version = "1.0", RequestTime = platformClock.Stamp(Service) },
                attempt),
            ReadRequestId,
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<Outcome<OrderStage>> FindAsync(Guid requestId, CancellationToken cancellationToken) => call.AskAsync(
        FindOrder, (cookie, attempt) => api.FindAsync(cookie, requestId.ToString(), attempt), ReadStage, cancellationToken);

    internal static Outcome<Guid> ReadRequestId(JsonElement response) =>
        Guid.TryParse(response.Text("requestId"), out var id) ? id : MosipProblems.Unusable;

    private Outcome<OrderStage> ReadStage(JsonElement response) =>
        response.Text("statusCode")?.Trim() is { Length: > 0 } word ? Stage(word) : MosipProblems.Unusable;

    private OrderStage Stage(string word)
    {
        switch (word.ToUpperInvariant())
        {
            case "NEW" or "RETRY":
                return OrderStage.Recorded;
            case "ISSUED" or "STORED" or "RECEIVED" or "PAYMENT_CONFIRMED":
                return OrderStage.WithPrinter;
            case "PRINTING":
                return OrderStage.Printing;
            case "PRINTED":
                return OrderStage.Printed;
            case "IN_TRANSIT":
                return OrderStage.InTransit;
            case "CARD_DELIVERED":
                return OrderStage.Delivered;
            case "FAILED" or "ERROR" or "PAYMENT_FAILED":
                return OrderStage.Failed;
            case "CANCELLED":
                return OrderStage.Cancelled;
            default:
                // The platform's own words are all known: this one is a partner's, so the order has reached one.
                _unknownWords.Add(1);
                Log.UnknownWord(logger, FindOrder);
                return OrderStage.WithPrinter;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Operation}: the print partner published a word that the portal has no stage for")]
        public static partial void UnknownWord(ILogger logger, MosipOperation operation);
    }
}
