using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Api.Otp;

/// <summary><c>POST /validate-otp</c>: says whether a code is right. One that was sent by one way alone shows that this contact works.</summary>
internal static class ValidateOtp
{
    private static readonly Operation Operation = new("POST", "/validate-otp", "mosip.identity.auth.internal", Operation.Legacy)
    {
        Summary = "Says whether a code is right; used up by it.",
        TellsEvent = true,
        Asks = """{ "transactionId": "1234567890", "individualId": "2374518906", "otp": "123456" }""",
        Gives = """{ "authStatus": true, "transactionId": "1234567890", "status": "Success" }""",
        Refuses = [ApiErrors.BadRequest, ApiOtp.Refused("OTP is invalid"), ApiOtp.Refused("OTP has expired"), ApiErrors.ResourceUnavailable],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<CodeRequest, CodeReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<CodeRequest>> call)
    {
        if (call.Body.Request is not { } request)
        {
            return ApiErrors.BadRequest;
        }

        if (Inputs.UinOrVid(request.IndividualId) is not { } individualId)
        {
            return ApiOtp.Refused("Invalid Input Parameter - individualId");
        }

        if (!call.TryProof(individualId, request.TransactionId, request.Otp, out var proof, out var fault))
        {
            return fault;
        }

        var verified = await call.Get<VerifyContactWithCode>().ExecuteAsync(proof, call.Gone);
        return verified.Try(out var entered, out var problem)
            ? ApiAnswer.Of(new CodeReply(AuthStatus: true, request.TransactionId!, "Success"), entered.EventId)
            : ApiOtp.Refused(problem, individualId);
    }
}

/// <summary>A code that is to be judged.</summary>
internal sealed record CodeRequest
{
    /// <summary>The transaction the code was asked in, ten digits.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits, that the code was asked with.</summary>
    public string? IndividualId { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }
}

/// <summary>A code that was right.</summary>
/// <param name="AuthStatus">Always true: a wrong code is an error.</param>
/// <param name="TransactionId">The transaction.</param>
/// <param name="Status">Always <c>Success</c>.</param>
internal sealed record CodeReply(bool AuthStatus, string TransactionId, string Status);
