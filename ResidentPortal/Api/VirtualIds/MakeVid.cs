using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Api.VirtualIds;

/// <summary><c>POST /generate-vid</c>: makes a VID for a resident who has signed in. Where the platform replaces the oldest of its type it does so without asking.</summary>
internal static class MakeVid
{
    private static readonly Operation Operation = new("POST", "/generate-vid", "mosip.resident.vid.generate", Operation.Newer)
    {
        Summary = "Makes a VID for the resident who has signed in. One more of a type that is made again by itself takes the oldest out of use.",
        Access = Access.Resident,
        TellsEvent = true,
        EmptyErrors = true,
        Asks = """{ "vidType": "Temporary", "channels": ["PHONE", "EMAIL"] }""",
        Gives = """{ "vid": "5329487524103783", "maskedEmail": "m•••••@example.org", "maskedPhone": "••••••0001", "status": "Success", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses = [ApiErrors.Invalid("requesttime"), ApiErrors.Invalid("generateId"), ApiErrors.Invalid("newVersion"), ApiErrors.Invalid("request"), VidErrors.LimitReached, VidErrors.WouldReplaceSignIn, VidErrors.NotMade],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<MakeVidRequest, MadeVidReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<MakeVidRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        var type = new VidType(call.Body.Request!.VidType ?? string.Empty);
        if (await ReplacesSignInNumberAsync(call, type))
        {
            return VidErrors.WouldReplaceSignIn;
        }

        return await NewVid.MakeAsync(call, call.SessionId, type, ErrorOf);
    }

    private static ApiError? Judge(Envelope<MakeVidRequest> body) =>
        Check.That(Inputs.IsTime(body.RequestTime), "requesttime")
        ?? Check.That(Inputs.IsWord(body.Id, Operation.Id), "generateId")
        ?? Check.That(Inputs.IsWord(body.Version, Operation.Version), "newVersion")
        ?? Check.That(body.Request is not null, "request");

    private static async Task<bool> ReplacesSignInNumberAsync(ApiCall call, VidType type) =>
        (await call.Get<ShowVids>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var overview, out _)
        && overview.Types?.FirstOrDefault(one => one.Policy.Type == type) is { Replaces: true, OldestIsSignInNumber: true };

    private static ApiError? ErrorOf(Problem problem) => string.Equals(problem.Key, VirtualIdProblems.LimitReached.Key, StringComparison.Ordinal) ? VidErrors.LimitReached
        : problem.Kind is ProblemKind.Forbidden ? ResidentErrors.Of(problem, VidErrors.NotMade)
        : null;
}

/// <summary>Which VID is to be made.</summary>
internal sealed record MakeVidRequest
{
    /// <summary>A type of the VID policy, in any case: <c>Perpetual</c>, <c>Temporary</c>, <c>OneTimeUse</c>.</summary>
    public string? VidType { get; init; }

    /// <summary>Not read: the resident is told at every registered contact.</summary>
    public IReadOnlyList<string?>? Channels { get; init; }

    /// <summary>Not read.</summary>
    [JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }
}

/// <summary>The VID that was made.</summary>
/// <param name="Vid">Its number, 16 digits; null where it cannot be read yet.</param>
/// <param name="MaskedEmail">The registered e-mail address, masked.</param>
/// <param name="MaskedPhone">The registered phone, masked.</param>
/// <param name="Status">Always <c>Success</c>.</param>
/// <param name="Message">Where the resident was told of it.</param>
internal sealed record MadeVidReply(string? Vid, string? MaskedEmail, string? MaskedPhone, string Status, string Message);
