using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Api.Tracking;

/// <summary>
/// <c>POST /aid/status</c>: where a registration stands, and once it has led to an identity its number, to whoever has the code. While it is under way no code is looked at.
/// </summary>
internal static class AidStatus
{
    private static readonly ApiError NotFound = new("RES-SER-457", "AID not found");

    private static readonly Operation Operation = new("POST", "/aid/status", "mosip.resident.checkstatus", Operation.Newer)
    {
        Summary = "Says where a registration stands and, with a code, which number it led to.",
        Asks = """{ "individualId": "10001100770000120240229063904", "transactionId": "1234567890", "otp": "123456" }""",
        Gives = """{ "individualId": "2374518906", "individualIdType": "UIN", "transactionId": "1234567890", "aidStatus": "PROCESSED" }""",
        Refuses = [ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("individualId"), ApiErrors.Invalid("otp"), ApiOtp.Refused("OTP is invalid"), NotFound, ApiErrors.ResourceUnavailable],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<AidRequest, AidReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<AidRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        if (Inputs.UinOrVid(request.IndividualId) is { } given)
        {
            return await TellAsync(call, given);
        }

        if (!Rid.TryParse(request.IndividualId, out var rid))
        {
            return NotFound;
        }

        var found = await call.Get<FindPersonOfRegistration>().ExecuteAsync(rid, call.Gone);
        if (found.Try(out var individualId, out var problem))
        {
            return await TellAsync(call, individualId);
        }

        var read = problem.Kind is ProblemKind.NotFound ? await call.Get<ReadRegistrationState>().ExecuteAsync(request.IndividualId, call.Gone) : problem;
        return read.Try(out var state, out problem) ? ApiAnswer.Of(new AidReply { AidStatus = RegistrationWord.Of(state) })
            : problem.Kind is ProblemKind.NotFound ? NotFound
            : ApiErrors.ResourceUnavailable;
    }

    private static Task<ApiAnswer> TellAsync(ApiCall<Envelope<AidRequest>> call, IndividualId individualId)
    {
        var request = call.Body.Request!;
        return call.ProveAsync(individualId, request.TransactionId, request.Otp, _ => Task.FromResult(ApiAnswer.Of(AidReply.Of(individualId, request.TransactionId))));
    }

    private static ApiError? Judge(Envelope<AidRequest> body) =>
        Check.NewerHead(body, Operation)
        ?? Check.That(Inputs.IsTransactionId(body.Request!.TransactionId), "transactionId")
        ?? Check.That(Inputs.IsDigits(body.Request.IndividualId), "individualId")
        ?? Check.That(Inputs.IsOtp(body.Request.Otp), "otp");
}

/// <summary>Which registration is asked for.</summary>
internal sealed record AidRequest
{
    /// <summary>The AID (29 digits), UIN (10 digits) or VID (16 digits).</summary>
    public string? IndividualId { get; init; }

    /// <summary>The transaction the code was asked in, ten digits.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The code, six digits.</summary>
    public string? Otp { get; init; }
}

/// <summary>Where a registration stands.</summary>
internal sealed record AidReply
{
    /// <summary>The UIN or VID; null while the registration is under way.</summary>
    public string? IndividualId { get; init; }

    /// <summary><c>UIN</c> or <c>VID</c>; null while the registration is under way.</summary>
    public string? IndividualIdType { get; init; }

    /// <summary>The transaction; null while the registration is under way.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The state, as <c>/rid/check-status</c> says it.</summary>
    public required string AidStatus { get; init; }

    /// <summary>What is told to whoever had the code sent to this number.</summary>
    public static AidReply Of(IndividualId individualId, string? transactionId) => new()
    {
        IndividualId = individualId.Reveal(),
        IndividualIdType = individualId.Kind,
        TransactionId = transactionId,
        AidStatus = RegistrationWord.Of(RegistrationState.Done),
    };

    /// <inheritdoc/>
    public override string ToString() => nameof(AidReply);
}
