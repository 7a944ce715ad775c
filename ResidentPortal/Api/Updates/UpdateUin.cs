using System.Text.Json;
using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Updates;
using ResidentPortal.Core.Updates.Documents;
using ResidentPortal.Core.Updates.Whole;

namespace ResidentPortal.Api.Updates;

/// <summary><c>POST /req/update-uin</c>: an update with a code and with its documents in the same call.</summary>
internal static class UpdateUin
{
    private const string Identity = "identityJson";

    private static readonly Operation Operation = new("POST", "/req/update-uin", "mosip.resident.updateuin", Operation.Legacy)
    {
        Summary = "Hands in a change of data with a code, the identity in base64 and the documents beside it.",
        WantsRequest = true,
        LargestBody = 8 * 1024 * 1024, // Documents in base64; a packet takes 5 MB of them.
        Asks = """
            { "transactionID": "1234567890", "individualId": "2374518906", "individualIdType": "UIN", "otp": "123456",
              "identityJson": "eyJpZGVudGl0eSI6eyJJRFNjaGVtYVZlcnNpb24iOjAuMSwiVUlOIjoiMjM3NDUxODkwNiIsInBvc3RhbENvZGUiOiIyMDEwMCJ9fQ==",
              "documents": [{ "name": "proofOfAddress", "value": "JVBERi0xLjcK" }] }
            """,
        Gives = """{ "registrationId": "10001100770000120240229063904", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses =
        [
            ApiErrors.Invalid("individualIdType"), ApiErrors.Invalid("individualId"), ApiErrors.Invalid("otp"), ApiErrors.Invalid("transactionID"), ApiErrors.Invalid(Identity), UpdateErrors.Unreadable,
            ApiOtp.Refused("OTP is invalid"), UpdateErrors.NoIdentity, UpdateErrors.OtherType, UpdateErrors.OtherPerson, UpdateErrors.NoDocument("1234567890"), UpdateErrors.Same("postalCode"),
            UpdateErrors.Pending, UpdateErrors.PendingForGood, UpdateErrors.NoChangesLeft("fullName"), UpdateErrors.NotSent, ApiErrors.ResourceInaccessible,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<UpdateUinRequest, UpdateUinReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<UpdateUinRequest>> call)
    {
        var request = call.Body.Request!;
        var document = WireIdentity.Decode(request.IdentityJson);
        if (Judge(call.Body, await MayLackTransactionAsync(call, request), document) is { } fault)
        {
            return fault;
        }

        return await call.ProveAsync(Inputs.UinOrVid(request.IndividualId)!, request.TransactionId, request.Otp, session => SendAsync(call, session, request, document!.Value));
    }

    private static ApiError? Judge(Envelope<UpdateUinRequest> body, bool mayLackTransaction, JsonElement? document)
    {
        var request = body.Request!;
        return Check.Head(body, Operation)
            ?? Check.That(Inputs.IsWord(request.IndividualIdType, "UIN", "VID"), "individualIdType")
            ?? Check.That(Inputs.UinOrVid(request.IndividualId) is not null, "individualId")
            ?? Check.That(!Inputs.IsEmpty(request.Otp), "otp")
            ?? Check.That(request.Identity is null || mayLackTransaction || Inputs.IsTransactionId(request.TransactionId), "transactionId")
            ?? Check.That(request.Identity is not null || !Inputs.IsEmpty(request.TransactionId), "transactionID")
            ?? Check.That(!Inputs.IsEmpty(request.IdentityJson), Identity)
            ?? Check.That(document is not null, UpdateErrors.Unreadable);
    }

    private static async Task<bool> MayLackTransactionAsync(ApiCall call, UpdateUinRequest request) => WireIdentity.Read(request.Identity) is { } identity
        && (await call.Get<ExplainChange>().ExecuteAsync([.. identity.Fields.Keys], call.Gone)).Try(out var needs, out _) && !needs.NeedsPapers;

    // What the contract looks at after the code.
    private static async Task<ApiAnswer> SendAsync(ApiCall call, Guid session, UpdateUinRequest request, JsonElement document)
    {
        if (document.ValueKind is not JsonValueKind.Object || !document.TryGetProperty("identity", out var inner) || WireIdentity.Read(inner) is not { } identity)
        {
            return UpdateErrors.NoIdentity;
        }

        if (request.IndividualIdType is not ("UIN" or "VID"))
        {
            return UpdateErrors.OtherType;
        }

        if (!Inputs.IsDigits(identity.Uin) || !Uin.TryParse(identity.Uin, out var holder))
        {
            return UpdateErrors.OtherPerson;
        }

        var update = new UpdateSubmission(Guid.NewGuid(), identity.Fields, IsConsented: true) { Holder = holder, Papers = [.. identity.Papers.Select(paper => PaperOf(paper, request.Documents ?? []))] };
        return await call.FinishAsync(
            session, await call.Get<SubmitUpdate>().ExecuteAsync(session, update, call.Gone), UpdateErrors.NotSent,
            problem => UpdateErrors.Of(problem, Identity, request.TransactionId), (receipt, told) => new UpdateUinReply(RidOf(receipt), told.Message));
    }

    // The paper goes by the name that the identity gives, or by the attribute's own; what is not there, or is no base64, has no bytes.
    private static SubmittedPaper PaperOf(WirePaper paper, IReadOnlyList<UpdateDocument?> documents)
    {
        var sent = documents.FirstOrDefault(one => paper.Document is not null && string.Equals(one?.Name, paper.Document, StringComparison.Ordinal))
            ?? documents.FirstOrDefault(one => string.Equals(one?.Name, paper.Attribute, StringComparison.Ordinal));
        return new SubmittedPaper(paper.Attribute, paper.Type, new DocumentUpload($"{paper.Attribute}.{paper.Format}", ContentType: null, Base64Text.Read(sent?.Value) ?? []));
    }

    private static string? RidOf(ActReceipt receipt) => (receipt.Result as UpdateProgress)?.Rid;
}

/// <summary>A change of data with a code.</summary>
internal sealed record UpdateUinRequest
{
    /// <summary>The transaction the code was asked in, ten digits.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits, that the code was asked with.</summary>
    public string? IndividualId { get; init; }

    /// <summary><c>UIN</c> or <c>VID</c>.</summary>
    public string? IndividualIdType { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }

    /// <summary><c>{"identity": {…}}</c> in base64: the schema's version, the UIN, and only the attributes to change. Texts are lists of <c>{language, value}</c>; a document attribute names one of <c>documents</c> in its <c>value</c>.</summary>
    public string? IdentityJson { get; init; }

    /// <summary>The documents.</summary>
    public IReadOnlyList<UpdateDocument?>? Documents { get; init; }

    /// <summary>Looked at for what it says of the transaction alone; what changes stands in <c>identityJson</c>.</summary>
    public JsonElement? Identity { get; init; }

    /// <summary>Without what is in it.</summary>
    public override string ToString() => nameof(UpdateUinRequest);
}

/// <summary>A document of an update.</summary>
/// <param name="Name">The name that the identity calls it by.</param>
/// <param name="Value">The file in base64: PDF, JPEG or PNG.</param>
internal sealed record UpdateDocument(string? Name, string? Value)
{
    /// <summary>Without the file.</summary>
    public override string ToString() => nameof(UpdateDocument);
}

/// <summary>An update that was taken.</summary>
/// <param name="RegistrationId">The RID of its packet, 29 digits, by which it is followed.</param>
/// <param name="Message">Where the resident was told of it.</param>
internal sealed record UpdateUinReply(string? RegistrationId, string Message);
