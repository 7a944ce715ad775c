using System.Text.Json.Serialization;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.VirtualIds;

/// <summary><c>POST /vid</c>: makes a VID with a code, asked with the UIN or another VID of the person.</summary>
internal static class GenerateVidWithCode
{
    private static readonly Operation Operation = new("POST", "/vid", "mosip.resident.vid", Operation.Legacy)
    {
        Summary = "Makes a VID with a code. One more of a type that is made again by itself takes the oldest out of use.",
        EmptyErrors = true,
        Asks = """{ "transactionID": "1234567890", "individualId": "2374518906", "vidType": "Temporary", "otp": "123456" }""",
        Gives = """{ "vid": "5329487524103783", "maskedEmail": "m•••••@example.org", "maskedPhone": "••••••0001", "status": "Success", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses =
        [
            ApiErrors.Invalid("requesttime"), ApiErrors.Invalid("id"), ApiErrors.Invalid("version"), ApiErrors.Invalid("request"), ApiErrors.Invalid("individualId"), ApiErrors.Invalid("otp"),
            ApiErrors.Invalid("transactionId"), ApiOtp.Refused("OTP is invalid"), VidErrors.LimitReached, VidErrors.NotMade,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<VidWithCodeRequest, MadeVidReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<VidWithCodeRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        return await call.ProveAsync(Inputs.UinOrVid(request.IndividualId)!, request.TransactionId, request.Otp, session => NewVid.MakeAsync(call, session, new VidType(request.VidType ?? string.Empty), ErrorOf));
    }

    // The order is this operation's own: the time first.
    private static ApiError? Judge(Envelope<VidWithCodeRequest> body) =>
        Check.That(Inputs.IsTime(body.RequestTime), "requesttime")
        ?? Check.That(Inputs.IsWord(body.Id, Operation.Id), "id")
        ?? Check.That(Inputs.IsWord(body.Version, Operation.Version), "version")
        ?? Check.That(body.Request is not null, "request")
        ?? Check.That(Inputs.UinOrVid(body.Request!.IndividualId) is not null, "individualId")
        ?? Check.That(!Inputs.IsEmpty(body.Request.Otp), "otp")
        ?? Check.That(!Inputs.IsEmpty(body.Request.TransactionId), "transactionId");

    private static ApiError? ErrorOf(Problem problem) => string.Equals(problem.Key, VirtualIdProblems.LimitReached.Key, StringComparison.Ordinal) ? VidErrors.LimitReached : null;
}

/// <summary>Which VID is to be made.</summary>
internal sealed record VidWithCodeRequest
{
    /// <summary>The transaction the code was asked in.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits, that the code was asked with.</summary>
    public string? IndividualId { get; init; }

    /// <summary>A type of the VID policy, in any case: <c>Perpetual</c>, <c>Temporary</c>, <c>OneTimeUse</c>.</summary>
    public string? VidType { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }
}
