using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Sessions;

namespace ResidentPortal.Api;

/// <summary>How often the face may be called: by one network, by one program, and about one person. What counts as a code sent or a wrong try, the core counts for itself.</summary>
internal sealed class ApiLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly TimeProvider _clock;
    private readonly PartitionedRateLimiter<string> _networks;
    private readonly PartitionedRateLimiter<string> _programs;
    private readonly PartitionedRateLimiter<IndividualId> _persons;

    public ApiLimits(IOptions<ApiOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _networks = PartitionedRateLimiter.Create<string, string>(network => Limited(network, options.Value.NetworkCallsPerMinute), StringComparer.Ordinal);
        _programs = PartitionedRateLimiter.Create<string, string>(program => Limited(program, options.Value.ProgramCallsPerMinute), StringComparer.Ordinal);
        _persons = PartitionedRateLimiter.Create<IndividualId, IndividualId>(person => Limited(person, options.Value.PersonCallsPerMinute));
    }

    /// <summary>Whether a call may go on; before it is known who calls.</summary>
    public bool MayCall(HttpContext context, out DateTimeOffset? retryAt) => Take(_networks, Visitors.NetworkOf(context), out retryAt);

    /// <summary>Whether the program that was recognised may go on.</summary>
    public bool MayCall(string program, out DateTimeOffset? retryAt) => Take(_programs, program, out retryAt);

    /// <summary>Whether one more call may name this number.</summary>
    public bool MayName(IndividualId individualId, out DateTimeOffset? retryAt) => Take(_persons, individualId, out retryAt);

    /// <inheritdoc/>
    public void Dispose()
    {
        _networks.Dispose();
        _programs.Dispose();
        _persons.Dispose();
    }

    private static RateLimitPartition<TKey> Limited<TKey>(TKey key, int perMinute) => RateLimitPartition.GetSlidingWindowLimiter(
        key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = perMinute, Window = Window, SegmentsPerWindow = 6, QueueLimit = 0 });

    private bool Take<TKey>(PartitionedRateLimiter<TKey> limiter, TKey key, out DateTimeOffset? retryAt)
    {
        using var lease = limiter.AttemptAcquire(key);
        retryAt = lease.IsAcquired ? null : _clock.GetUtcNow() + (lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window / 6);
        return lease.IsAcquired;
    }
}
