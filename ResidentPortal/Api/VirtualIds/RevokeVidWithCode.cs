using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.VirtualIds;

/// <summary><c>PATCH /vid/{vid}</c>: takes a VID out of use with a code, asked with the UIN or another VID of the person. That it is another is looked at before everything else.</summary>
internal static class RevokeVidWithCode
{
    private static readonly ApiError Unresolved = new("RES-SER-412", "RES-SER-412 --> Unable to access API resource", StatusCodes.Status400BadRequest);
    private static readonly ApiError OfAnother = new("RES-SER-453", "Provided VID does not belong to the individualId.");

    private static readonly Operation Operation = new("PATCH", "/vid/{vid}", "mosip.resident.vidstatus", Operation.Legacy)
    {
        Summary = "Takes a VID out of use for good with a code.",
        EmptyErrors = true,
        FailureId = "mosip.resident.vid",
        Parameters = [new ApiParameter("vid", "The VID, 16 digits.", "5329487524103783")],
        Asks = """{ "transactionID": "1234567890", "individualId": "2374518906", "vidStatus": "REVOKED", "otp": "123456" }""",
        Gives = """{ "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses =
        [
            VidErrors.SignedInWith, ApiErrors.Invalid("revokeVidId"), ApiErrors.Invalid("requesttime"), ApiErrors.Invalid("version"), ApiErrors.Invalid("request"), ApiErrors.Invalid("vidStatus"),
            ApiErrors.Invalid("individualId"), ApiErrors.Invalid("otp"), ApiErrors.Invalid("transactionId"), ApiOtp.Refused("OTP is invalid"), Unresolved, OfAnother, VidErrors.NotRevoked,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<RevokeVidRequest, RevokedReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<RevokeVidRequest>> call)
    {
        var vid = call.Parameter("vid");
        if (Judge(call.Body, vid) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        return await call.ProveAsync(Inputs.UinOrVid(request.IndividualId)!, request.TransactionId, request.Otp, async session =>
        {
            if (!(await call.Get<FindOwnVid>().ExecuteAsync(session, vid, call.Gone)).Try(out var key, out var problem))
            {
                return problem.Key is "virtualIds.others" ? OfAnother : Unresolved;
            }

            var revoked = await call.Get<RevokeVid>().ExecuteAsync(session, new RevokeVidOrder(Guid.NewGuid(), key), call.Gone);
            return await call.FinishAsync(session, revoked, VidErrors.NotRevoked, reply: (_, told) => new RevokedReply(told.Message));
        });
    }

    private static ApiError? Judge(Envelope<RevokeVidRequest> body, string? vid) =>
        Check.That(body.Request?.IndividualId is null || !string.Equals(body.Request.IndividualId, vid, StringComparison.Ordinal), VidErrors.SignedInWith)
        ?? Check.That(Inputs.IsWord(body.Id, Operation.Id), "revokeVidId")
        ?? Check.That(Inputs.IsTime(body.RequestTime), "requesttime")
        ?? Check.That(Inputs.IsWord(body.Version, Operation.Version), "version")
        ?? Check.That(body.Request is not null, "request")
        ?? Check.That(Inputs.IsWord(body.Request!.VidStatus, "REVOKED"), "vidStatus")
        ?? Check.That(Inputs.UinOrVid(body.Request.IndividualId) is not null, "individualId")
        ?? Check.That(!Inputs.IsEmpty(body.Request.Otp), "otp")
        ?? Check.That(!Inputs.IsEmpty(body.Request.TransactionId), "transactionId");
}

/// <summary>What is to become of a VID.</summary>
internal sealed record RevokeVidRequest
{
    /// <summary>The transaction the code was asked in.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or another VID, 16 digits, that the code was asked with.</summary>
    public string? IndividualId { get; init; }

    /// <summary>Always <c>REVOKED</c>, in any case.</summary>
    public string? VidStatus { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }
}

/// <summary>A VID that is out of use.</summary>
/// <param name="Message">Where the resident was told of it.</param>
internal sealed record RevokedReply(string Message);
