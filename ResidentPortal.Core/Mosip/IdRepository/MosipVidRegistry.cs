using System.Text.Json;
using Microsoft.Extensions.Logging;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>ID repository's virtual IDs over the wire.</summary>
internal sealed partial class MosipVidRegistry(
    MosipCall call, IIdRepositoryVidApi api, VidPolicyFile policies, PlatformClock platformClock, ILogger<MosipVidRegistry> logger) : IVidRegistry
{
    private const string Revoked = "REVOKED";

    /// <inheritdoc/>
    public Task<Outcome<IReadOnlyList<VidPolicy>>> ReadPolicyAsync(CancellationToken cancellationToken) => policies.ReadAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<IssuedVid>>> ListAsync(Uin uin, CancellationToken cancellationToken)
    {
        var outcome = await call.AskAsync(VidOperations.List, (cookie, attempt) => api.ListVidsAsync(cookie, uin.Reveal(), attempt), ReadList, cancellationToken);
        return outcome.Problem == VidOperations.NoVids ? new List<IssuedVid>() : outcome;
    }

    /// <inheritdoc/>
    public async Task<Outcome<Vid>> GenerateAsync(Uin uin, VidType type, CancellationToken cancellationToken)
    {
        var outcome = await InTimeAsync(() => call.AskAsync(
            VidOperations.Create,
            (cookie, attempt) => api.CreateVidAsync(cookie, Envelope("mosip.vid.create", new VidRequest { Uin = uin.Reveal(), VidType = type.Name }), attempt),
            ReadMade,
            cancellationToken));
        return outcome.Problem == VidOperations.WrongValue ? CommonProblems.Refused : outcome;
    }

    /// <inheritdoc/>
    public async Task<Outcome<VidRevocation>> RevokeAsync(Uin uin, Vid vid, CancellationToken cancellationToken)
    {
        var outcome = await InTimeAsync(() => call.AskAsync(
            VidOperations.Revoke,
            (cookie, attempt) => api.UpdateVidAsync(
                cookie, vid.Reveal(), Envelope("mosip.vid.update", new VidRequest { Uin = uin.Reveal(), VidStatus = Revoked }), attempt),
            ReadRevocation,
            cancellationToken));
        return outcome.Problem == VidOperations.WrongValue ? VirtualIdProblems.UnknownVid : outcome;
    }

    private Task<Outcome<T>> InTimeAsync<T>(Func<Task<Outcome<T>>> ask) =>
        platformClock.InTimeAsync(IdRepositoryOperations.Service, VidOperations.WrongValue, ask);

    private KernelRequest<VidRequest> Envelope(string id, VidRequest request) =>
        new(request) { Id = id, Version = "v1", RequestTime = platformClock.Stamp(IdRepositoryOperations.Service) };

    private Outcome<IReadOnlyList<IssuedVid>> ReadList(JsonElement response)
    {
        if (response.Items() is not { } items)
        {
            return MosipProblems.Unusable;
        }

        var (vids, skipped) = (new List<IssuedVid>(), 0);
        foreach (var item in items)
        {
            if (item.Text("vid") is not { } digits || item.Text("vidType")?.Trim() is not { Length: > 0 } type
                || !TryExpiry(item, out var expiresAt) || !TryOptional(item, "transactionLimit", item.Count("transactionLimit"), out var uses)
                || !TryOptional(item, "genratedOnTimestamp", item.Time("genratedOnTimestamp"), out var createdAt))
            {
                return MosipProblems.Unusable;
            }

            if (Vid.TryParse(digits, out var vid))
            {
                vids.Add(new IssuedVid(vid, new VidType(type), createdAt, expiresAt, uses));
            }
            else
            {
                skipped++;
            }
        }

        if (skipped > 0)
        {
            Log.Skipped(logger, skipped);
        }

        return vids;
    }

    /// <summary>The expiry; the year 9999 and what lies beyond stand for never, and are not looked at as a time.</summary>
    private static bool TryExpiry(JsonElement item, out DateTimeOffset? expiresAt)
    {
        var text = item.Text("expiryTimestamp") ?? string.Empty;
        var isNever = text.StartsWith("9999-", StringComparison.Ordinal) || text.StartsWith('+');
        expiresAt = isNever ? null : item.Time("expiryTimestamp");
        return isNever || expiresAt is not null;
    }

    /// <summary>Whether a value is there or left out, but nothing that cannot be understood.</summary>
    private static bool TryOptional<T>(JsonElement item, string name, T? read, out T? value)
        where T : struct
    {
        value = read;
        return read is not null || item.Member(name) is null;
    }

    private static Outcome<Vid> ReadMade(JsonElement response) => Vid.TryParse(response.Text("VID"), out var vid) ? vid : MosipProblems.Unusable;

    private Outcome<VidRevocation> ReadRevocation(JsonElement response)
    {
        if (!string.Equals(response.Text("vidStatus"), Revoked, StringComparison.OrdinalIgnoreCase))
        {
            return MosipProblems.Unusable;
        }

        // The revocation is certain; what took its place can be read from the list, should it not be understood here.
        var hasRestored = response.Member("restoredVid") is not null;
        var isUnderstood = Vid.TryParse(response.Member("restoredVid")?.Text("VID"), out var restored);
        if (hasRestored && !isUnderstood)
        {
            Log.Skipped(logger, 1);
        }

        return new VidRevocation(restored);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The platform told of {Count} VIDs that are none by its own rules; they are left out")]
        public static partial void Skipped(ILogger logger, int count);
    }
}
