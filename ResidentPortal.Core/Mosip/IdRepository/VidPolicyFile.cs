using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Mosip.IdRepository;

/// <summary>The platform's <c>mosip-vid-policy.json</c>, kept for a while. The schema that is published beside it contradicts it: it is read as shipped.</summary>
internal sealed partial class VidPolicyFile(MosipCall call, IVidPolicyApi api, IOptions<MosipOptions> options, TimeProvider clock, ILogger<VidPolicyFile> logger)
{
    private readonly Kept<IReadOnlyList<VidPolicy>> _policies = new(clock);

    /// <summary>The policies in the order of the file.</summary>
    public Task<Outcome<IReadOnlyList<VidPolicy>>> ReadAsync(CancellationToken cancellationToken) => _policies.GetAsync(FetchAsync, cancellationToken);

    private async Task<Outcome<Kept<IReadOnlyList<VidPolicy>>.Entry>> FetchAsync()
    {
        var outcome = await call.AskAsync(VidOperations.ReadPolicy, (_, attempt) => api.ReadPolicyAsync(attempt), Read, CancellationToken.None);
        return outcome.Then(policies => new Kept<IReadOnlyList<VidPolicy>>.Entry(policies, clock.GetUtcNow() + options.Value.PolicyLifetime));
    }

    private Outcome<IReadOnlyList<VidPolicy>> Read(JsonElement file)
    {
        if (file.Items("vidPolicies") is not { } entries)
        {
            return MosipProblems.Unusable;
        }

        var policies = entries.Select(Policy).OfType<VidPolicy>().DistinctBy(policy => policy.Type).ToList();
        if (policies.Count < entries.Count)
        {
            Log.Skipped(logger, entries.Count - policies.Count);
        }

        return policies.Count > 0 || entries.Count == 0 ? policies : MosipProblems.Unusable;
    }

    /// <summary>The policy of an entry; null where the entry cannot be understood.</summary>
    private static VidPolicy? Policy(JsonElement entry)
    {
        if (entry.Member("vidPolicy") is not { } policy || entry.Text("vidType")?.Trim() is not { Length: > 0 } type
            || policy.Count("instancesAllowed") is not (> 0 and var most) || policy.Flag("autoRestoreAllowed") is not { } replaces)
        {
            return null;
        }

        var (minutes, uses) = (policy.Count("validForInMinutes"), policy.Count("transactionsAllowed"));
        return (minutes > 0 || policy.Member("validForInMinutes") is null) && (uses > 0 || policy.Member("transactionsAllowed") is null)
            ? new VidPolicy(new VidType(type), minutes is { } life ? TimeSpan.FromMinutes(life) : null, uses, most, replaces)
            : null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The policy of VIDs has {Count} entries that cannot be understood or come twice")]
        public static partial void Skipped(ILogger logger, int count);
    }
}
