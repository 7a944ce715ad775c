using System.Globalization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.AuthLocks;

/// <summary><c>POST /req/auth-lock</c> and <c>POST /req/auth-unlock</c>: lock and unlock auth types with a code. Locking what is locked is a success.</summary>
internal static class ChangeLocks
{
    private const string SecondsName = "UnlockForSeconds must be greater than or equal to 0";

    private static readonly Operation LockOperation = new("POST", "/req/auth-lock", "mosip.resident.authlock", Operation.Legacy)
    {
        Summary = "Locks auth types with a code.",
        WantsRequest = true,
        Asks = """{ "transactionID": "1234567890", "individualId": "2374518906", "otp": "123456", "authType": ["bio-FINGER", "demo"] }""",
        Gives = """{ "status": "success", "message": "Notification has been sent to the provided contact detail(s)" }""",
        Refuses = [ApiErrors.Invalid("individualId"), ApiErrors.Invalid("otp"), ApiErrors.Invalid("transactionId"), ApiErrors.Invalid("authTypes"), ApiOtp.Refused("OTP is invalid"), ApiErrors.NotSuccessful],
    };

    private static readonly Operation UnlockOperation = new("POST", "/req/auth-unlock", "mosip.resident.authunlock", Operation.Legacy)
    {
        Summary = "Unlocks auth types with a code, for a number of seconds; they are locked again afterwards.",
        WantsRequest = true,
        Asks = """{ "transactionID": "1234567890", "individualId": "2374518906", "otp": "123456", "authType": ["bio-FINGER"], "unlockForSeconds": "300" }""",
        Gives = LockOperation.Gives,
        Refuses = [.. LockOperation.Refuses, ApiErrors.Invalid(SecondsName)],
    };

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapOperation<LockRequest, ActReply>(LockOperation, call => RunAsync(call, isLock: true));
        api.MapOperation<LockRequest, ActReply>(UnlockOperation, call => RunAsync(call, isLock: false));
    }

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<LockRequest>> call, bool isLock)
    {
        if (Judge(call, isLock) is { } fault)
        {
            return fault;
        }

        var request = call.Body.Request!;
        return await call.ProveAsync(Inputs.UinOrVid(request.IndividualId)!, request.TransactionId, request.Otp, async session =>
        {
            var changes = request.Types!.Select(name => AuthTypeName.Find(name)!.Value).Distinct()
                .Select(type => new AuthTypeChange(type, isLock, isLock ? null : SecondsOf(request)));
            var order = new LockOrder { IntentId = Guid.NewGuid(), Changes = [.. changes], AcceptsLastWay = true };
            return await call.FinishAsync(session, await call.Get<ChangeAuthLocks>().ExecuteAsync(session, order, call.Gone), ApiErrors.NotSuccessful, ErrorOf);
        });
    }

    private static ApiError? Judge(ApiCall<Envelope<LockRequest>> call, bool isLock)
    {
        var (body, request) = (call.Body, call.Body.Request!);
        return Check.Head(body, call.Operation)
            ?? Check.That(Inputs.UinOrVid(request.IndividualId) is not null, "individualId")
            ?? Check.That(!Inputs.IsEmpty(request.Otp), "otp")
            ?? Check.That(!Inputs.IsEmpty(request.TransactionId), "transactionId")
            ?? Check.That(request.Types is { Count: > 0 } types && types.All(type => AuthTypeName.Find(type) is not null), "authTypes")
            ?? Check.That(isLock || SecondsOf(request) is not null, SecondsName);
    }

    // Longer than the portal lets anything be unlocked has no error of its own in the contract.
    private static ApiError? ErrorOf(Problem problem) => problem.Key switch
    {
        "locks.durationOutOfRange" => ApiErrors.Invalid(SecondsName),
        "locks.notLockable" => ApiErrors.Invalid("authTypes"),
        _ => problem.Kind is ProblemKind.Unavailable ? ApiErrors.ResourceUnavailable : null,
    };

    // None at all is as good as one second: locked again as soon as it is unlocked.
    private static TimeSpan? SecondsOf(LockRequest request) => !Inputs.IsDigits(request.UnlockForSeconds) ? null
        : TimeSpan.FromSeconds(int.TryParse(request.UnlockForSeconds, CultureInfo.InvariantCulture, out var seconds) ? Math.Max(1, seconds) : int.MaxValue);
}

/// <summary>Which auth types are to be locked or unlocked.</summary>
internal sealed record LockRequest
{
    /// <summary>The transaction the code was asked in.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("transactionID")]
    public string? TransactionId { get; init; }

    /// <summary>The UIN, 10 digits, or VID, 16 digits, that the code was asked with.</summary>
    public string? IndividualId { get; init; }

    /// <summary>The code.</summary>
    public string? Otp { get; init; }

    /// <summary><c>otp-email</c>, <c>otp-phone</c>, <c>demo</c>, <c>bio-FINGER</c>, <c>bio-IRIS</c>, <c>bio-FACE</c>, in any case.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("authType")]
    public IReadOnlyList<string?>? Types { get; init; }

    /// <summary>For how many seconds they are unlocked; digits. Needed to unlock.</summary>
    public string? UnlockForSeconds { get; init; }
}
