using System.Globalization;
using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.AuthHistory;

/// <summary><c>POST /req/auth-history</c>: who used an identity, a page at a time or all of it.</summary>
internal static class ReadAuthHistory
{
    private const string BothNeeded = "please provide Page size and Page number to be Fetched";

    private static readonly Operation Operation = new("POST", "/req/auth-history", "mosip.resident.authhistory", Operation.Legacy)
    {
        Summary = "Lists who used the identity, newest first.",
        WantsRequest = true,
        Asks = """{ "transactionID": "1234567890", "individualId": "2374518906", "otp": "123456", "pageStart": "1", "pageFetch": "10" }""",
        Gives = """{ "message": "Notification has been sent to the provided contact detail(s)", "authHistory": [{ "serialNumber": 1, "idUsed": "UIN", "authModality": "OTP-AUTH", "date": "2024-02-29", "time": "06:39:04.683", "partnerName": "A bank", "partnerTransactionId": "1234567890", "authResponse": "OTP Authentication Success", "responseCode": "Y" }] }""",
        Refuses =
        [
            ApiErrors.Invalid("individualId"), ApiErrors.Invalid("otp"), ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("pageStart"), ApiErrors.Invalid("pageFetch"), ApiErrors.Invalid(BothNeeded),
            ApiOtp.Refused("OTP is invalid"), ApiErrors.NotSuccessful, ApiErrors.ResourceUnavailable,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<HistoryRequest, HistoryReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<HistoryRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        var page = Inputs.IsEmpty(request.PageStart) ? null : new UsePage(NumberOf(request.PageStart), NumberOf(request.PageFetch));
        return await call.ProveAsync(Inputs.UinOrVid(request.IndividualId)!, request.TransactionId, request.Otp, async session =>
        {
            var listed = await call.Get<ListAuthHistory>().ExecuteAsync(session, page, call.Gone);
            if (!listed.Try(out var uses, out var problem))
            {
                return problem.Kind is ProblemKind.Unavailable ? ApiErrors.ResourceUnavailable : ApiErrors.NotSuccessful;
            }

            var before = page is null ? 0 : ((long)page.Number - 1) * page.Size;
            return ApiAnswer.Of(new HistoryReply((await call.ToldAsync(session)).Message, [.. uses.Select((use, index) => UseReply.Of(use, before + index + 1))]));
        });
    }

    private static ApiError? Judge(Envelope<HistoryRequest> body) =>
        Check.Head(body, Operation)
        ?? Check.That(Inputs.UinOrVid(body.Request!.IndividualId) is not null, "individualId")
        ?? Check.That(!Inputs.IsEmpty(body.Request.Otp), "otp")
        ?? Check.That(!Inputs.IsEmpty(body.Request.TransactionId), "transactionId")
        ?? JudgePage(body.Request.PageStart, body.Request.PageFetch);

    // The contract tells a blank text from a missing one, and an empty one is now the one, now the other.
    private static ApiError? JudgePage(string? start, string? fetch) => (start, fetch) switch
    {
        (null, null) => null,
        (null, _) when string.IsNullOrWhiteSpace(fetch) => ApiErrors.Invalid(BothNeeded),
        (_, null) when string.IsNullOrWhiteSpace(start) => ApiErrors.Invalid(BothNeeded),
        _ when string.IsNullOrWhiteSpace(start) && string.IsNullOrWhiteSpace(fetch) => ApiErrors.Invalid(BothNeeded),
        (_, null or "") => ApiErrors.Invalid("please provide Page size to be Fetched"),
        (null or "", _) => ApiErrors.Invalid("please provide Page number to be Fetched"),
        _ when !Inputs.IsDigits(start) => ApiErrors.Invalid("pageStart"),
        _ when !Inputs.IsDigits(fetch) => ApiErrors.Invalid("pageFetch"),
        _ when NumberOf(start) == 0 || NumberOf(fetch) == 0 => ApiErrors.Invalid("Page Fetch or Page Start must be greater than 0"),
        _ => null,
    };

    // A number too large for a page is a page that is not there.
    private static int NumberOf(string? digits) => int.TryParse(digits, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}

/// <summary>Which part of the history is wanted.</summary>
internal sealed record HistoryRequest
{
    /// <summary>The transaction the code was asked in.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits, that the code was asked with.</summary>
    public string? IndividualId { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }

    /// <summary>The page, digits, from 1; left out together with <c>pageFetch</c> for the whole list.</summary>
    public string? PageStart { get; init; }

    /// <summary>How many entries are on a page, digits, at least 1.</summary>
    public string? PageFetch { get; init; }
}

/// <summary>Who used an identity.</summary>
/// <param name="Message">Where the resident was told that somebody looked.</param>
/// <param name="AuthHistory">The uses, newest first.</param>
internal sealed record HistoryReply(string Message, IReadOnlyList<UseReply> AuthHistory);
