using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Api.Otp;

/// <summary><c>POST /req/otp</c>: has a one-time code sent. It holds for the number and the transaction it was asked with, and for nothing else.</summary>
internal static class RequestOtp
{
    private static readonly Operation Operation = new("POST", "/req/otp", "mosip.identity.otp.internal", Operation.Newer)
    {
        Summary = "Sends a one-time code to the registered phone, e-mail or both.",
        Asks = """{ "id": "mosip.identity.otp.internal", "version": "1.0", "transactionID": "1234567890", "requestTime": "2024-02-29T06:39:04.683Z", "individualId": "2374518906", "otpChannel": ["PHONE", "EMAIL"] }""",
        Gives = """{ "maskedMobile": "XXXXXX3210", "maskedEmail": "XXaXXeXX@example.org" }""",
        Refuses =
        [
            ApiErrors.OtpNotGenerated, OtpAnswers.Missing("requestTime"), OtpAnswers.Invalid("individualId"), OtpAnswers.NoChannel, new("IDA-MLC-018", "UIN not available in database"),
            OtpAnswers.TooMany,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapFlatOperation<OtpRequest, OtpReplyByNumber>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<OtpRequest> call)
    {
        var body = call.Body;
        if (body.TransactionId is null || (!Inputs.IsEmpty(body.RequestTime) && !Inputs.IsTime(body.RequestTime)))
        {
            return ApiErrors.OtpNotGenerated;
        }

        var answers = new OtpAnswers(call, body.TransactionId);
        return Judge(body, answers.Now) is { Count: > 0 } faults
            ? answers.Refused([.. faults])
            : await answers.SendAsync(Inputs.UinOrVid(body.IndividualId)!, body.Channels!);
    }

    // Missing values are told together; the rest one by one, in ID authentication's order.
    private static List<ApiError> Judge(OtpRequest body, DateTimeOffset now)
    {
        List<ApiError> missing = [];
        if (Inputs.IsEmpty(body.RequestTime))
        {
            missing.Add(OtpAnswers.Missing("requestTime"));
        }

        if (Inputs.IsEmpty(body.TransactionId))
        {
            missing.Add(OtpAnswers.Missing("transactionID"));
        }

        var fault = missing.Count > 0 ? null
            : Check.That(Inputs.IsTransactionId(body.TransactionId), OtpAnswers.Invalid("transactionID"))
                ?? OtpAnswers.JudgeTime(body.RequestTime!, now)
                ?? OtpAnswers.Judge(Inputs.UinOrVid(body.IndividualId), body.Channels);
        return fault is null ? missing : [fault];
    }
}

/// <summary>Whom a code is asked for, and where it is to go.</summary>
internal sealed record OtpRequest
{
    /// <summary>Not looked at.</summary>
    public string? Id { get; init; }

    /// <summary>Not looked at.</summary>
    public string? Version { get; init; }

    /// <summary>The caller's transaction, ten digits; the act has to name the same.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>When it was asked, <c>yyyy-MM-ddTHH:mm:ss.SSSZ</c> in UTC.</summary>
    public string? RequestTime { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits; the act has to name the same.</summary>
    public string? IndividualId { get; init; }

    /// <summary><c>PHONE</c>, <c>EMAIL</c>, or both.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("otpChannel")]
    public IReadOnlyList<string?>? Channels { get; init; }
}
