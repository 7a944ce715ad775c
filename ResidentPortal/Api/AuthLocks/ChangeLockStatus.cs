using System.Text.Json.Serialization;
using ResidentPortal.Api.Acts;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.AuthLocks;

/// <summary><c>POST /auth-lock-unlock</c>: locks and unlocks auth types of a resident who has signed in, several in one act.</summary>
internal static class ChangeLockStatus
{
    private const string SecondsName = "unlockForSeconds";

    // Meant as RES-SER-427, seen as the framework's error with that inside.
    private static readonly ApiError SecondsWithLock = new("RES-SER-418", "RES-SER-427 --> Unsupported Input Parameter - unlockForSeconds");

    private static readonly Operation Operation = new("POST", "/auth-lock-unlock", "mosip.resident.auth.lock.unlock", Operation.Newer)
    {
        Summary = "Locks and unlocks auth types of the resident who has signed in.",
        Access = Access.Resident,
        WantsRequest = true,
        TellsEvent = true,
        Asks = """{ "authTypes": [{ "authType": "bio", "authSubType": "IRIS", "locked": false, "unlockForSeconds": 60 }] }""",
        Gives = """{ "status": "Success", "message": "The chosen authentication types have been successfully locked/unlocked." }""",
        Refuses = [ApiErrors.Invalid("authTypes"), ApiErrors.Invalid(SecondsName), SecondsWithLock, ApiErrors.NotSuccessful],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<LockStatusRequest, ActReply>(Operation, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall<Envelope<LockStatusRequest>> call)
    {
        if (Judge(call.Body) is { } fault)
        {
            return fault;
        }

        // Of a type that is named twice the last counts.
        var changes = call.Body.Request!.AuthTypes!.Select(entry => Of(entry!)).GroupBy(change => change.Type).Select(group => group.Last());
        var order = new LockOrder { IntentId = Guid.NewGuid(), Changes = [.. changes], AcceptsLastWay = true };
        return await call.FinishAsync(
            call.SessionId, await call.Get<ChangeAuthLocks>().ExecuteAsync(call.SessionId, order, call.Gone), ApiErrors.NotSuccessful, ErrorOf,
            (_, _) => new ActReply("Success", "The chosen authentication types have been successfully locked/unlocked."));
    }

    private static ApiError? Judge(Envelope<LockStatusRequest> body) =>
        Check.NewerHead(body, Operation)
        ?? Check.That(body.Request!.AuthTypes is { Count: > 0 }, "authTypes")
        ?? body.Request.AuthTypes!.Select(Judge).FirstOrDefault(fault => fault is not null);

    private static ApiError? Judge(LockWish? entry) =>
        Check.That(entry is not null && Find(entry) is not null, "authTypes")
        ?? Check.That(entry!.Locked || entry.UnlockForSeconds is null or > 0, SecondsName)
        ?? Check.That(!entry.Locked || entry.UnlockForSeconds is null, SecondsWithLock);

    // Longer than the portal lets anything be unlocked has no error of its own in the contract.
    private static ApiError? ErrorOf(Problem problem) => problem.Key switch
    {
        "locks.durationOutOfRange" => ApiErrors.Invalid(SecondsName),
        "locks.notLockable" => ApiErrors.Invalid("authTypes"),
        _ => problem.Kind is ProblemKind.Forbidden ? ResidentErrors.Of(problem, ApiErrors.NotSuccessful) : null,
    };

    private static AuthType? Find(LockWish entry) => AuthTypeName.Find(entry.AuthType) ?? AuthTypeName.Find($"{entry.AuthType}-{entry.AuthSubType}");

    private static AuthTypeChange Of(LockWish entry) => new(Find(entry)!.Value, entry.Locked, entry.UnlockForSeconds is { } seconds ? TimeSpan.FromSeconds(Math.Min(seconds, int.MaxValue)) : null);
}

/// <summary>Which auth types are to be locked or unlocked.</summary>
internal sealed record LockStatusRequest
{
    /// <summary>One entry for each.</summary>
    public IReadOnlyList<LockWish?>? AuthTypes { get; init; }
}

/// <summary>What is to become of one auth type.</summary>
internal sealed record LockWish
{
    /// <summary><c>otp</c>, <c>demo</c> or <c>bio</c>; or the whole name, such as <c>bio-FINGER</c>. Case says nothing.</summary>
    public string? AuthType { get; init; }

    /// <summary>The name behind the hyphen: <c>email</c>, <c>phone</c>, <c>FINGER</c>, <c>IRIS</c>, <c>FACE</c>.</summary>
    public string? AuthSubType { get; init; }

    /// <summary>Whether it is to be locked.</summary>
    public bool Locked { get; init; }

    /// <summary>For how many seconds it is to be unlocked; null until it is locked again. Only to unlock.</summary>
    [JsonNumberHandling(JsonNumberHandling.AllowReadingFromString)]
    public long? UnlockForSeconds { get; init; }
}
