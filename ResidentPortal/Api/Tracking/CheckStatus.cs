using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Api.Tracking;

/// <summary><c>POST /rid/check-status</c>: where a registration stands. No code is needed, and nothing of the person is told.</summary>
internal static class CheckStatus
{
    private static readonly Operation Operation = new("POST", "/rid/check-status", "mosip.resident.checkstatus", Operation.Legacy)
    {
        Summary = "Says where a registration stands, by its RID.",
        WantsRequest = true,
        Asks = """{ "individualId": "10001100770000120240229063904", "individualIdType": "RID" }""",
        Gives = """{ "ridStatus": "PROCESSED" }""",
        Refuses = [ApiErrors.Invalid("individualIdType"), ApiErrors.Invalid("individualId"), ApiErrors.RidNotFound, ApiErrors.ResourceUnavailable],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<StatusRequest, StatusReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<StatusRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        var found = await call.Get<ReadRegistrationState>().ExecuteAsync(call.Body.Request!.IndividualId, call.Gone);
        return found.Try(out var state, out var problem) ? ApiAnswer.Of(new StatusReply(RegistrationWord.Of(state)))
            : problem.Kind is ProblemKind.NotFound ? ApiErrors.RidNotFound
            : ApiErrors.ResourceUnavailable;
    }

    private static ApiError? Judge(Envelope<StatusRequest> body) =>
        Check.Head(body, Operation)
        ?? Check.That(Inputs.IsWord(body.Request!.IndividualIdType, "RID"), "individualIdType")
        ?? Check.That(!Inputs.IsEmpty(body.Request.IndividualId), "individualId");
}

/// <summary>Which registration is asked for.</summary>
internal sealed record StatusRequest
{
    /// <summary>The RID, 29 digits.</summary>
    public string? IndividualId { get; init; }

    /// <summary>Always <c>RID</c>.</summary>
    public string? IndividualIdType { get; init; }
}

/// <summary>Where a registration stands.</summary>
/// <param name="RidStatus"><c>PROCESSED</c>, <c>REJECTED</c>, <c>REREGISTER</c>, <c>RESEND</c>, <c>UNDER PROCESSING</c> or <c>WAITING FOR ADDITIONAL INFORMATION FROM APPLICANT</c>.</param>
internal sealed record StatusReply(string RidStatus);
