using System.Text.Json;
using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Updates.Whole;

namespace ResidentPortal.Api.Updates;

/// <summary><c>PATCH /update-uin</c>: an update of a resident who is signed in; its documents were sent ahead with the same transaction.</summary>
internal static class UpdateOwnUin
{
    private const string Identity = "identity";

    private static readonly Operation Operation = new("PATCH", "/update-uin", "mosip.resident.updateuin", Operation.Newer)
    {
        Summary = "Hands in a change of the signed-in resident's data, with the documents that were sent ahead.",
        Access = Access.Resident,
        WantsRequest = true,
        TellsEvent = true,
        Asks = """{ "transactionID": "1234567890", "consent": "ACCEPTED", "identity": { "IDSchemaVersion": "0.1", "addressLine1": [{ "language": "eng", "value": "7 Cedar Street" }] } }""",
        Gives = """{ "status": "Success", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses =
        [
            ApiErrors.Invalid(Identity), ApiErrors.Missing("language"), ApiErrors.Invalid("languageCode"), ApiErrors.Missing("value"), ApiErrors.Invalid("transactionId"), UpdateErrors.NoConsent,
            UpdateErrors.Same("postalCode"), UpdateErrors.Pending, UpdateErrors.PendingForGood, UpdateErrors.NoChangesLeft("fullName"), UpdateErrors.NoDocument("1234567890"), UpdateErrors.NotSent,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<OwnUpdateRequest, ActReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<OwnUpdateRequest>> call)
    {
        if (Check.NewerHead(call.Body, Operation) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        var identity = WireIdentity.Read(request.Identity);
        if (!(await call.Get<ExplainChange>().ExecuteAsync(identity is null ? [] : [.. identity.Fields.Keys, .. identity.Papers.Select(paper => paper.Attribute)], call.Gone)).Try(out var needs, out _))
        {
            return ResidentErrors.Inaccessible;
        }

        if (Judge(request, identity, needs) is { } refusal)
        {
            return refusal;
        }

        if (!Holder(identity!.Uin, out var holder))
        {
            return UpdateErrors.OtherPerson;
        }

        var update = new UpdateSubmission(Guid.NewGuid(), identity.Fields, IsConsented: true) { Holder = holder, Transaction = TransactionId.TryParse(request.TransactionId, out var transaction) ? transaction : null };
        return await call.FinishAsync(
            call.SessionId, await call.Get<SubmitUpdate>().ExecuteAsync(call.SessionId, update, call.Gone), UpdateErrors.NotSent,
            problem => UpdateErrors.OfResident(problem, Identity, request.TransactionId), (_, told) => new ActReply("Success", told.Message));
    }

    private static ApiError? Judge(OwnUpdateRequest request, WireIdentity? identity, ChangeNeeds needs) =>
        Check.That(needs.Known.Count > 0 && identity!.Papers.All(paper => needs.Papers.Contains(paper.Attribute, StringComparer.Ordinal)), Identity)
        ?? identity!.Entries.Select(entry => JudgeEntry(entry, needs)).FirstOrDefault(fault => fault is not null)
        ?? Check.That(!needs.NeedsPapers || Inputs.IsTransactionId(request.TransactionId), "transactionId")
        ?? Check.That(Inputs.IsWord(request.Consent, "ACCEPTED"), UpdateErrors.NoConsent);

    private static ApiError? JudgeEntry(WireText entry, ChangeNeeds needs) =>
        Check.That(!string.IsNullOrWhiteSpace(entry.Language), ApiErrors.Missing("language"))
        ?? Check.That(needs.Languages.Contains(entry.Language, StringComparer.Ordinal), "languageCode")
        ?? Check.That(!string.IsNullOrWhiteSpace(entry.Value), ApiErrors.Missing("value"));

    // The number may be left out here: the sign-in says whose it is.
    private static bool Holder(string? typed, out Uin? holder)
    {
        holder = null;
        return typed is null || (Inputs.IsDigits(typed) && Uin.TryParse(typed, out holder));
    }
}

/// <summary>A change of the signed-in resident's data.</summary>
internal sealed record OwnUpdateRequest
{
    /// <summary>The transaction whose documents go along, ten digits; needed unless none is.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary><c>ACCEPTED</c>, where the resident agreed that the office checks and records it.</summary>
    public string? Consent { get; init; }

    /// <summary>The attributes to change: texts, or lists of <c>{language, value}</c>.</summary>
    public JsonElement? Identity { get; init; }

    /// <summary>Without what is in it.</summary>
    public override string ToString() => nameof(OwnUpdateRequest);
}
