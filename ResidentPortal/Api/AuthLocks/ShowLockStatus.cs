using ResidentPortal.Api.Acts;
using ResidentPortal.Core.AuthLocks;

namespace ResidentPortal.Api.AuthLocks;

/// <summary><c>GET /auth-lock-status</c>: which auth types of a resident are locked; what was never locked is told as unlocked.</summary>
internal static class ShowLockStatus
{
    private static readonly ApiError NotRead = new("RES-SER-442", "Failed to retrieve auth lock status");

    private static readonly Operation Operation = new("GET", "/auth-lock-status", "mosip.resident.auth.lock.status", Operation.Newer)
    {
        Summary = "Says which auth types of the resident who has signed in are locked.",
        Access = Access.Resident,
        Gives = """{ "authTypes": [{ "authType": "bio", "authSubType": "FINGER", "locked": false, "unlockForSeconds": null }] }""",
        Refuses = [NotRead],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<LockStatusReply>(Operation, async call =>
    {
        var now = call.Get<TimeProvider>().GetUtcNow();
        return (await call.Get<ShowAuthLocks>().ExecuteAsync(call.SessionId, call.Gone)).Try(out var entries, out var problem)
            ? ApiAnswer.Of(new LockStatusReply(entries.Select(entry => Of(entry, now)).ToList()))
            : problem.Kind is Core.Outcomes.ProblemKind.Forbidden ? ResidentErrors.Of(problem, NotRead) : NotRead;
    });

    private static LockStatus Of(AuthLockEntry entry, DateTimeOffset now)
    {
        var name = AuthTypeName.Of(entry.Type).Split('-');
        return new LockStatus(name[0], name.ElementAtOrDefault(1), entry.IsLocked, entry.UnlockedUntil is { } until ? (long)(until - now).TotalSeconds : null);
    }
}

/// <summary>The state of every auth type.</summary>
/// <param name="AuthTypes">The auth types.</param>
internal sealed record LockStatusReply(IReadOnlyList<LockStatus> AuthTypes);

/// <summary>The state of an auth type.</summary>
/// <param name="AuthType">Its name before the hyphen: <c>otp</c>, <c>demo</c>, <c>bio</c>.</param>
/// <param name="AuthSubType">Its name behind the hyphen: <c>email</c>, <c>phone</c>, <c>FINGER</c>, <c>IRIS</c>, <c>FACE</c>; null for <c>demo</c>.</param>
/// <param name="Locked">Whether it is locked.</param>
/// <param name="UnlockForSeconds">For how many seconds more it is unlocked; null where that has no end.</param>
internal sealed record LockStatus(string AuthType, string? AuthSubType, bool Locked, long? UnlockForSeconds);
