using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Api.Cards;

/// <summary><c>POST /download-card</c>: the card of the UIN as a PDF, with a code that was asked for with a UIN, a VID or the AID of a registration.</summary>
internal static class DownloadCard
{
    private static readonly Operation Operation = new("POST", "/download-card", "mosip.resident.download.uin.card", Operation.Newer)
    {
        Summary = "Gives the card of the UIN as a PDF with a password, which the resident sees in the portal; failures are JSON.",
        TellsEvent = true,
        Asks = """{ "transactionId": "1234567890", "individualId": "10001100770000120240229063904", "otp": "123456" }""",
        Refuses = [ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("otp"), ApiErrors.Missing("individualId"), ApiErrors.Invalid("individualId"), Expired, Wrong, OtherTransaction, Locked, CardErrors.NotReady],
    };

    private static ApiError Expired => new("RES-OTP-006", "OTP has expired");

    private static ApiError Wrong => new("RES-OTP-007", "OTP is invalid");

    private static ApiError OtherTransaction => new("RES-OTP-008", "Input transactionId does not match transactionId of OTP Request");

    private static ApiError Locked => new("RES-OTP-012", "Your SMS and email OTP authentication is locked");

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<DownloadCardRequest, byte[]>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<DownloadCardRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        if (Inputs.UinOrVid(request.IndividualId) is not { } individualId)
        {
            // Of a registration that has no identity yet there is no card either.
            if (!Rid.TryParse(request.IndividualId, out var aid))
            {
                return CardErrors.NotReady;
            }

            if (!(await call.Get<FindPersonOfRegistration>().ExecuteAsync(aid, call.Gone)).Try(out individualId!, out var problem))
            {
                return problem.Kind is ProblemKind.Unavailable ? ApiErrors.ResourceUnavailable : CardErrors.NotReady;
            }
        }

        return await call.ProveAsync(
            individualId, request.TransactionId, request.Otp,
            session => call.HandOutAsync(session, CardFiles.Wish(CardChoice.Uin), eventId => call.NameOf("UIN", eventId), CardErrors.NotReady),
            problem => Refused(problem, individualId));
    }

    private static ApiError? Judge(Envelope<DownloadCardRequest> body) =>
        Check.TypedTime(body)
        ?? Check.That(Inputs.IsWord(body.Id, Operation.Id), "id")
        ?? Check.That(body.RequestTime is not null, "requesttime")
        ?? Check.That(body.Request is not null, ApiErrors.BadRequest)
        ?? Check.That(Inputs.IsTransactionId(body.Request!.TransactionId), "transactionId")
        ?? Check.That(Inputs.IsOtp(body.Request.Otp), "otp")
        ?? Check.That(!string.IsNullOrWhiteSpace(body.Request.IndividualId), ApiErrors.Missing("individualId"))
        ?? Check.That(Inputs.IsDigits(body.Request.IndividualId), "individualId");

    // By which way the code came the platform does not say where that way was locked since.
    private static ApiAnswer Refused(Problem problem, IndividualId individualId) => problem.Key switch
    {
        "otp.expired" => Expired,
        "otp.wrong" or "otp.notACode" or "otp.noneActive" => Wrong,
        "otp.otherTransaction" => OtherTransaction,
        "otp.channelLocked" => Locked,
        _ => ApiOtp.Refused(problem, individualId),
    };
}

/// <summary>Whose card is wanted.</summary>
internal sealed record DownloadCardRequest
{
    /// <summary>The transaction the code was asked in, 10 digits.</summary>
    public string? TransactionId { get; init; }

    /// <summary>A UIN (10 digits), a VID (16) or the AID of a registration (29).</summary>
    public string? IndividualId { get; init; }

    /// <summary>The code, 6 digits.</summary>
    public string? Otp { get; init; }
}
