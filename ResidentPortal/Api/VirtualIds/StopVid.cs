using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.VirtualIds;

/// <summary><c>PATCH /revoke-vid/{vid}</c>: takes a VID of a resident who has signed in out of use. The one that was signed in with is refused, before everything else.</summary>
internal static class StopVid
{
    private static readonly Operation Operation = new("PATCH", "/revoke-vid/{vid}", "mosip.resident.vid.revoke", Operation.Newer)
    {
        Summary = "Takes a VID of the resident who has signed in out of use for good.",
        Access = Access.Resident,
        TellsEvent = true,
        EmptyErrors = true,
        Parameters = [new ApiParameter("vid", "The VID, 16 digits.", "5329487524103783")],
        Asks = """{ "vidStatus": "REVOKED" }""",
        Gives = """{ "status": "Success", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses =
        [
            VidErrors.SignedInWith, ApiErrors.Invalid("revokeVidIdNew"), ApiErrors.Invalid("requesttime"), ApiErrors.Invalid("revokeVidVersion"), ApiErrors.Invalid("request"), ApiErrors.Invalid("vidStatus"),
            VidErrors.Unknown, VidErrors.Others, ResidentErrors.Inaccessible, VidErrors.NotRevoked,
        ],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<StopVidRequest, ActReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<StopVidRequest>> call)
    {
        var vid = call.Parameter("vid");
        if (await JudgeAsync(call, vid) is { } fault)
        {
            return fault;
        }

        if (!(await call.Get<FindOwnVid>().ExecuteAsync(call.SessionId, vid, call.Gone)).Try(out var key, out var problem))
        {
            return VidErrors.OfSearch(problem);
        }

        var revoked = await call.Get<RevokeVid>().ExecuteAsync(call.SessionId, new RevokeVidOrder(Guid.NewGuid(), key), call.Gone);
        return await call.FinishAsync(call.SessionId, revoked, VidErrors.NotRevoked, ErrorOf, (_, told) => new ActReply("Success", told.Message));
    }

    private static async Task<ApiError?> JudgeAsync(ApiCall<Envelope<StopVidRequest>> call, string? vid)
    {
        if (!(await call.Get<CheckSession>().ExecuteAsync(call.SessionId, isSeen: true, call.Gone)).Try(out var session, out var problem))
        {
            return ResidentErrors.Of(problem, ApiErrors.NotAuthenticated);
        }

        var body = call.Body;
        return Check.That(Inputs.UinOrVid(vid)?.Vid is not { } typed || typed != session.IndividualId.Vid, VidErrors.SignedInWith)
            ?? Check.That(Inputs.IsWord(body.Id, Operation.Id), "revokeVidIdNew")
            ?? Check.That(Inputs.IsTime(body.RequestTime), "requesttime")
            ?? Check.That(Inputs.IsWord(body.Version, Operation.Version), "revokeVidVersion")
            ?? Check.That(body.Request is not null, "request")
            ?? Check.That(Inputs.IsWord(body.Request!.VidStatus, "REVOKED"), "vidStatus");
    }

    private static ApiError? ErrorOf(Problem problem) => string.Equals(problem.Key, VirtualIdProblems.UnknownVid.Key, StringComparison.Ordinal) ? VidErrors.Unknown
        : problem.Kind is ProblemKind.Forbidden ? ResidentErrors.Of(problem, VidErrors.NotRevoked)
        : null;
}

/// <summary>What is to become of a VID.</summary>
internal sealed record StopVidRequest
{
    /// <summary>Always <c>REVOKED</c>, in any case.</summary>
    public string? VidStatus { get; init; }
}
