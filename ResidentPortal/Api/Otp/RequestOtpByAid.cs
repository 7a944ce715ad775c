using System.Text.Json.Serialization;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Api.Otp;

/// <summary><c>POST /individualId/otp</c>: has a code sent to whoever a UIN, a VID or a registration (AID) belongs to.</summary>
internal static class RequestOtpByAid
{
    private static readonly ApiError NotReady = new("RES-SER-449", "AID is not ready");

    private static readonly Operation Operation = new("POST", "/individualId/otp", "mosip.identity.otp.internal", Operation.Newer)
    {
        Summary = "Sends a one-time code by UIN, VID or AID.",
        Asks = """{ "id": "mosip.identity.otp.internal", "version": "1.0", "transactionId": "1234567890", "requestTime": "2024-02-29T06:39:04.683Z", "individualId": "10001100770000120240229063904", "otpChannel": ["PHONE"] }""",
        Gives = """{ "maskedMobile": "XXXXXX3210", "maskedEmail": null }""",
        Refuses = [ApiErrors.Invalid("individualId"), ApiErrors.Invalid("transactionId"), NotReady, ApiErrors.OtpNotGenerated, OtpAnswers.NoChannel, OtpAnswers.TooMany],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapFlatOperation<AidOtpRequest, OtpReplyByAid>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<AidOtpRequest> call)
    {
        var body = call.Body;
        var fault = Check.That(Inputs.IsDigits(body.IndividualId), "individualId") ?? Check.That(Inputs.IsTransactionId(body.TransactionId), "transactionId");
        if (fault is not null)
        {
            return fault;
        }

        if (!Inputs.IsEmpty(body.RequestTime) && !Inputs.IsTime(body.RequestTime))
        {
            return ApiErrors.OtpNotGenerated;
        }

        var answers = new OtpAnswers(call, body.TransactionId, isByAid: true);
        fault = Check.That(!Inputs.IsEmpty(body.RequestTime), OtpAnswers.Missing("requestTime")) ?? OtpAnswers.JudgeTime(body.RequestTime!, answers.Now);
        if (fault is not null)
        {
            return answers.Refused(fault);
        }

        var (individualId, notReady) = await AidResolution.FindAsync(call, body.IndividualId!);
        return notReady is not null ? notReady
            : OtpAnswers.Judge(individualId, body.Channels) is { } refusal ? answers.Refused(refusal)
            : await answers.SendAsync(individualId!, body.Channels!);
    }

    /// <summary>The number behind what was given; for a registration the UIN it led to.</summary>
    private static class AidResolution
    {
        public static async Task<(IndividualId? IndividualId, ApiError? Fault)> FindAsync(ApiCall call, string digits)
        {
            if (digits.Length is Uin.Length or Vid.Length)
            {
                return (Inputs.UinOrVid(digits), null);
            }

            Outcome<IndividualId> found = Rid.TryParse(digits, out var rid) ? await call.Get<FindPersonOfRegistration>().ExecuteAsync(rid, call.Gone) : TrackingProblems.UnknownRid;
            return found.Try(out var individualId, out var problem) ? (individualId, null)
                : (null, problem.Kind is ProblemKind.NotFound ? NotReady : ApiErrors.OtpNotGenerated);
        }
    }
}

/// <summary>Whom a code is asked for, and where it is to go.</summary>
internal sealed record AidOtpRequest
{
    /// <summary>Not looked at.</summary>
    public string? Id { get; init; }

    /// <summary>Not looked at.</summary>
    public string? Version { get; init; }

    /// <summary>The caller's transaction, ten digits; the act has to name the same.</summary>
    public string? TransactionId { get; init; }

    /// <summary>When it was asked, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c> in UTC.</summary>
    public string? RequestTime { get; init; }

    /// <summary>The UIN (10 digits), VID (16 digits) or AID (29 digits).</summary>
    public string? IndividualId { get; init; }

    /// <summary><c>PHONE</c>, <c>EMAIL</c>, or both.</summary>
    [JsonPropertyName("otpChannel")]
    public IReadOnlyList<string?>? Channels { get; init; }
}
