using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Tracking;

namespace ResidentPortal.Api.Tracking;

/// <summary><c>GET /aid-stage/{aid}</c>: which step a registration took last. A UIN or VID is no request here, and as unknown as one that does not exist.</summary>
internal static class ReadStage
{
    private static readonly ApiError Unknown = new("RES-SER-423", "Unknown exception occured.");

    private static readonly Operation Operation = new("GET", "/aid-stage/{aid}", "mosip.resident.check-stage-status", Operation.Newer)
    {
        Summary = "Says which step a registration took last, by its RID.",
        Gives = """{ "transactionStage": "VALIDATION_STAGE", "aidStatus": "IN-PROGRESS" }""",
        Refuses = [ApiErrors.Invalid("individualId"), Unknown, ApiErrors.ResourceUnavailable],
        Parameters = [new("aid", "The RID, 29 digits.", "10001100770000120240229063904")],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<StageReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var aid = call.Parameter("aid");
        if (!Inputs.IsDigits(aid))
        {
            return ApiErrors.Invalid("individualId");
        }

        var found = await call.Get<ReadRegistrationStage>().ExecuteAsync(aid, call.Gone);
        return found.Try(out var step, out var problem) ? ApiAnswer.Of(new StageReply(WordOf(step.Stage), WordOf(step.Result)))
            : problem.Kind is ProblemKind.NotFound ? Unknown
            : ApiErrors.ResourceUnavailable;
    }

    private static string WordOf(RegistrationStage stage) => stage switch
    {
        RegistrationStage.Received => "REQUEST_RECEIVED",
        RegistrationStage.Validation => "VALIDATION_STAGE",
        RegistrationStage.Verification => "VERIFICATION_STAGE",
        RegistrationStage.NumberMade => "UIN_GENERATION_STAGE",
        _ => "CARD_READY_TO_DOWNLOAD",
    };

    private static string WordOf(StageResult result) => result switch
    {
        StageResult.Passed => "SUCCESS",
        StageResult.Failed => "FAILURE",
        _ => "IN-PROGRESS",
    };
}

/// <summary>The step a registration took last.</summary>
/// <param name="TransactionStage"><c>REQUEST_RECEIVED</c>, <c>VALIDATION_STAGE</c>, <c>VERIFICATION_STAGE</c>, <c>UIN_GENERATION_STAGE</c> or <c>CARD_READY_TO_DOWNLOAD</c>.</param>
/// <param name="AidStatus"><c>SUCCESS</c>, <c>IN-PROGRESS</c> or <c>FAILURE</c>.</param>
internal sealed record StageReply(string TransactionStage, string AidStatus);
