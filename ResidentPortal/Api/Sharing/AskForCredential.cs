using System.Text.Json;
using System.Text.Json.Serialization;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sharing;

namespace ResidentPortal.Api.Sharing;

/// <summary><c>POST /req/credential</c>: has the platform issue a credential for a partner, with a code. The resident finds it among what they shared.</summary>
internal static class AskForCredential
{
    private const string OrdinaryCode = "RES-SER-422";
    private const string RefusedCode = "IDA-MLC-018";

    private static readonly Operation Operation = new("POST", "/req/credential", "mosip.resident.credential", Operation.Newer)
    {
        Summary = "Has the platform issue a credential for a partner.",
        Asks = """
            { "transactionID": "1234567890", "individualId": "2374518906", "otp": "123456", "credentialType": "euin", "issuer": "mpartner-default-print", "encrypt": "false", "encryptionKey": "",
              "recepiant": "", "user": "", "sharableAttributes": ["fullName"], "additionalData": {} }
            """,
        Gives = """{ "id": "2374518906", "requestId": "5f1c0a6e-7d3b-4d0e-9d53-0d9f0e0a8b11" }""",
        Refuses =
        [
            ApiErrors.Invalid("request"), ApiErrors.Invalid("individualId"), ApiErrors.Invalid("credentialType"), ApiErrors.Invalid("issuer"), ApiErrors.Invalid("otp"), ApiErrors.Invalid("transactionID"),
            new ApiError(RefusedCode, "OTP is invalid"), ApiErrors.Invalid("sharableAttributes"), ApiErrors.ResourceInaccessible,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<CredentialRequest, CredentialReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<CredentialRequest>> call)
    {
        if (Judge(call.Body.Request) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        var answer = await call.ProveAsync(Inputs.UinOrVid(request.IndividualId)!, request.TransactionId, request.Otp, async session =>
        {
            var taken = await call.Get<RequestCredential>().ExecuteAsync(session, OrderOf(request, call.Program), CancellationToken.None);
            return taken.Try(out var credential, out var problem) ? ApiAnswer.Of(new CredentialReply(request.IndividualId!, credential.RequestId.ToString()), credential.EventId) : ErrorOf(problem);
        });

        // The one operation that names a refused code otherwise.
        return answer.Errors is [{ Code: OrdinaryCode } refused] ? refused with { Code = RefusedCode } : answer;
    }

    private static ApiError? Judge(CredentialRequest? request) =>
        Check.That(request is not null, "request")
        ?? Check.That(Inputs.UinOrVid(request!.IndividualId) is not null, "individualId")
        ?? Check.That(!string.IsNullOrWhiteSpace(request.CredentialType), "credentialType")
        ?? Check.That(!string.IsNullOrWhiteSpace(request.Issuer), "issuer")
        ?? Check.That(!string.IsNullOrWhiteSpace(request.Otp), "otp")
        ?? Check.That(!string.IsNullOrWhiteSpace(request.TransactionId), "transactionID")
        ?? Check.That(request.AdditionalData is null or { ValueKind: JsonValueKind.Object or JsonValueKind.Null }, ApiErrors.BadRequest);

    private static CredentialRequestOrder OrderOf(CredentialRequest request, string program) => new()
    {
        IntentId = Guid.NewGuid(),
        Client = program,
        CredentialType = request.CredentialType!,
        PartnerId = request.Issuer!,
        Attributes = [.. (request.Attributes ?? []).Select(name => name ?? string.Empty)],
        IsEncrypted = Inputs.IsWord(request.Encrypt, "true"),
        EncryptionKey = request.EncryptionKey,
        Recipient = request.Recipient,
        User = request.User,
        AdditionalData = request.AdditionalData is { ValueKind: JsonValueKind.Object } more ? more : null,
    };

    private static ApiError ErrorOf(Problem problem) => problem.Key switch
    {
        "profile.notOffered" => ApiErrors.Invalid("sharableAttributes"),
        "sharing.unknownPartner" => ApiErrors.Invalid("issuer"),
        _ => ApiErrors.ResourceInaccessible,
    };
}

/// <summary>Which credential a partner is to get.</summary>
internal sealed record CredentialRequest
{
    /// <summary>The transaction the code was asked in.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits, that the code was asked with; the partner is told no other number.</summary>
    public string? IndividualId { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }

    /// <summary>The type of the credential, such as <c>euin</c> or <c>vercred</c>.</summary>
    public string? CredentialType { get; init; }

    /// <summary>The partner that gets it, by its id.</summary>
    public string? Issuer { get; init; }

    /// <summary>Whether the attributes are encrypted: <c>true</c> or <c>false</c>.</summary>
    public string? Encrypt { get; init; }

    /// <summary>The PIN they are encrypted by.</summary>
    public string? EncryptionKey { get; init; }

    /// <summary>Whom the partner gives it to; spelt so on the wire.</summary>
    [JsonPropertyName("recepiant")]
    public string? Recipient { get; init; }

    /// <summary>The user at the partner.</summary>
    public string? User { get; init; }

    /// <summary>The attributes it holds, 40 at most; none stands for all that the partner's policy allows.</summary>
    [JsonPropertyName("sharableAttributes")]
    public IReadOnlyList<string?>? Attributes { get; init; }

    /// <summary>What the partner is told beside it: an object, handed on as it is.</summary>
    public JsonElement? AdditionalData { get; init; }
}

/// <summary>A request that was taken.</summary>
/// <param name="Id">The number it was asked with.</param>
/// <param name="RequestId">Its id, a UUID.</param>
internal sealed record CredentialReply(string Id, string RequestId);
