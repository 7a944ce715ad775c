using System.Text.RegularExpressions;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Api.Sharing;

/// <summary><c>POST /share-credential</c>: shares chosen data with a partner, by the flow of the pages. What neither form nor record nor policy allow is refused, not left out.</summary>
internal static partial class ShareCredential
{
    private const int LongestPurpose = 1024;
    private const string Purpose = "purpose";
    private const string Attributes = "sharableAttributes";

    private static readonly Operation Operation = new("POST", "/share-credential", "mosip.resident.share.credential", Operation.Newer)
    {
        Summary = "Shares chosen data with a partner.",
        Access = Access.Resident,
        TellsEvent = true,
        Asks = """
            { "partnerId": "partner-harbour-bank", "sharableAttributes": [{ "attributeName": "dateOfBirth", "format": "YYYY", "isMasked": false }], "purpose": "To open an account",
              "consent": "ACCEPTED" }
            """,
        Gives = """{ "status": "Success" }""",
        Refuses =
        [
            ApiErrors.Missing("attributeList"), ApiErrors.Missing(Purpose), ApiErrors.TooLong(LongestPurpose, Purpose), ApiErrors.SpecialCharacters(Purpose), ApiErrors.Invalid("partnerId"),
            CredentialErrors.NoConsent, ApiErrors.Invalid(Attributes), ResidentErrors.Inaccessible,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<ShareRequest, StatusOnly>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<ShareRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        // Whether there is such a partner is looked at before the consent, and by the flow after it.
        var request = call.Body.Request!;
        var listed = await call.Get<ListPartners>().ExecuteAsync(call.SessionId, name: null, call.Gone);
        if (!listed.Try(out var partners, out var problem))
        {
            return ResidentErrors.Of(problem, ResidentErrors.Inaccessible);
        }

        if (!partners.Any(partner => string.Equals(partner.Id, request.PartnerId, StringComparison.Ordinal)))
        {
            return ApiErrors.Invalid("partnerId");
        }

        var isConsented = Inputs.IsWord(request.Consent, "ACCEPTED");
        var order = new ShareDataOrder(Guid.NewGuid(), request.PartnerId!, [.. request.SharableAttributes!.Select(ChoiceOf)], request.Purpose, isConsented);
        var shared = await call.Get<ShareWithPartner>().ExecuteAsync(call.SessionId, order, CancellationToken.None);
        return await call.FinishAsync(call.SessionId, shared, ResidentErrors.Inaccessible, ErrorOf, (_, _) => new StatusOnly("Success"));
    }

    private static ApiError? Judge(Envelope<ShareRequest> body) =>
        Check.NewerHead(body, Operation)
        ?? Check.That(body.Request!.SharableAttributes is { Count: > 0 }, ApiErrors.Missing("attributeList"))
        ?? Check.That(!string.IsNullOrWhiteSpace(body.Request.Purpose), ApiErrors.Missing(Purpose))
        ?? Check.That(body.Request.Purpose!.Length <= LongestPurpose, ApiErrors.TooLong(LongestPurpose, Purpose))
        ?? Check.That(PurposeLetters.IsMatch(body.Request.Purpose), ApiErrors.SpecialCharacters(Purpose))
        ?? Check.That(!string.IsNullOrWhiteSpace(body.Request.PartnerId), "partnerId");

    private static DisclosureChoice ChoiceOf(ShareAttribute? attribute) =>
        new(attribute?.AttributeName ?? string.Empty, string.IsNullOrEmpty(attribute?.Format) ? null : attribute.Format, attribute?.IsMasked is true);

    private static ApiError? ErrorOf(Problem problem) => problem.Key switch
    {
        "sharing.noConsent" => CredentialErrors.NoConsent,
        "sharing.badPurpose" when problem.Facts.GetValueOrDefault("max") is int most => ApiErrors.TooLong(most, Purpose),
        "sharing.unknownPartner" => ApiErrors.Invalid("partnerId"),
        "profile.notOffered" or "profile.nothingChosen" => ApiErrors.Invalid(Attributes),
        _ => null,
    };

    [GeneratedRegex(@"^[A-Za-z0-9 .,-]+\z", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex PurposeLetters { get; }
}

/// <summary>What is to be shared.</summary>
internal sealed record ShareRequest
{
    /// <summary>The partner, by its id.</summary>
    public string? PartnerId { get; init; }

    /// <summary>The fields, by the names of the country's form.</summary>
    public IReadOnlyList<ShareAttribute?>? SharableAttributes { get; init; }

    /// <summary>What for: Latin letters, digits, spaces, dots, commas and hyphens.</summary>
    public string? Purpose { get; init; }

    /// <summary><c>ACCEPTED</c>, in any case.</summary>
    public string? Consent { get; init; }
}

/// <summary>A field that is to be shared.</summary>
internal sealed record ShareAttribute
{
    /// <summary>The field.</summary>
    public string? AttributeName { get; init; }

    /// <summary>A format such as <c>YYYY</c>, or parts with commas between them; left out for the whole.</summary>
    public string? Format { get; init; }

    /// <summary>Whether it is masked: <c>true</c> or <c>false</c>.</summary>
    public bool? IsMasked { get; init; }
}
