using System.Text.Json;
using ResidentPortal.Core.AuthLocks;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>ID repository's auth types over the wire. The platform lists only types that were ever changed: the others are unlocked.</summary>
internal sealed class MosipAuthTypeRegistry(MosipCall call, IIdRepositoryIdentityApi api, PlatformClock platformClock) : IAuthTypeRegistry
{
    /// <summary>The types as the platform spells them; <c>otp</c> and <c>bio</c> never go without what comes after.</summary>
    private static readonly (AuthType Type, string Name, string? SubName)[] Spellings =
    [
        (AuthType.PhoneCode, "otp", "phone"),
        (AuthType.EmailCode, "otp", "email"),
        (AuthType.Demographics, "demo", null),
        (AuthType.Fingerprint, "bio", "FINGER"),
        (AuthType.Iris, "bio", "IRIS"),
        (AuthType.Face, "bio", "FACE"),
    ];

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<AuthTypeState>>> ReadAsync(IndividualId individualId, CancellationToken cancellationToken) => call.AskAsync(
        IdRepositoryOperations.ListAuthTypes, (cookie, attempt) => api.ListAuthTypesAsync(cookie, individualId.Reveal(), attempt), ReadStates, cancellationToken);

    /// <inheritdoc/>
    public Task<Outcome<Done>> ChangeAsync(IndividualId individualId, IReadOnlyList<AuthTypeChange> changes, Guid requestId, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            throw new ArgumentException("There is nothing to change.", nameof(changes));
        }

        AuthTypeStatusItem[] items = [.. changes.Select(change => Item(change, requestId))];
        return call.AskAsync(
            IdRepositoryOperations.ChangeAuthTypes,
            (cookie, attempt) => api.ChangeAuthTypesAsync(
                cookie,
                new AuthTypeStatusRequest
                {
                    RequestTime = platformClock.Stamp(IdRepositoryOperations.Service),
                    IndividualId = individualId.Reveal(),
                    IndividualIdType = individualId.Kind,
                    Request = items,
                },
                attempt),
            ReadAcceptance,
            cancellationToken);
    }

    private static AuthTypeStatusItem Item(AuthTypeChange change, Guid requestId)
    {
        if (change.UnlockFor is { } time && (change.Lock || time <= TimeSpan.Zero))
        {
            throw new ArgumentException("A time goes with an unlock only, and is more than none.", nameof(change));
        }

        var (_, name, subName) = Spellings.Single(spelling => spelling.Type == change.Type);
        return new AuthTypeStatusItem
        {
            AuthType = name,
            AuthSubType = subName,
            Locked = change.Lock,
            UnlockForSeconds = change.UnlockFor is { } unlockFor ? (long)Math.Ceiling(unlockFor.TotalSeconds) : null,
            RequestId = requestId.ToString(),
        };
    }

    private static Outcome<IReadOnlyList<AuthTypeState>> ReadStates(JsonElement response)
    {
        if (response.Items("authTypes") is not { } items)
        {
            return MosipProblems.Unusable;
        }

        var states = new List<AuthTypeState>();
        foreach (var spelling in Spellings)
        {
            if (StateOf(spelling, items) is not { } state)
            {
                return MosipProblems.Unusable;
            }

            states.Add(state);
        }

        return states;
    }

    /// <summary>The state of a type; null where the platform says something that cannot be understood.</summary>
    private static AuthTypeState? StateOf((AuthType Type, string Name, string? SubName) spelling, IReadOnlyList<JsonElement> items)
    {
        // The platform keeps the case in which a type was written: a row in our own spelling goes before one in another.
        var row = items.Where(item => Matches(item, spelling, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => Matches(item, spelling, StringComparison.Ordinal))
            .Cast<JsonElement?>()
            .FirstOrDefault();
        if (row is not { } found)
        {
            return new AuthTypeState(spelling.Type, IsLocked: false, UnlockedFor: null);
        }

        var seconds = found.Whole("unlockForSeconds");
        if (found.Flag("locked") is not { } locked || (seconds is null && found.Member("unlockForSeconds") is not null))
        {
            return null;
        }

        return new AuthTypeState(spelling.Type, locked, !locked && seconds > 0 ? TimeSpan.FromSeconds(seconds.Value) : null);
    }

    private static bool Matches(JsonElement item, (AuthType Type, string Name, string? SubName) spelling, StringComparison comparison) =>
        string.Equals(item.Text("authType"), spelling.Name, comparison) && string.Equals(item.Text("authSubType"), spelling.SubName, comparison);

    private static Outcome<Done> ReadAcceptance(JsonElement response) =>
        response.ValueKind is JsonValueKind.Object && string.Equals(response.Text("status") ?? "Success", "Success", StringComparison.OrdinalIgnoreCase)
            ? new Done()
            : MosipProblems.Unusable;
}
