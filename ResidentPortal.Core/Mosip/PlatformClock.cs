using System.Collections.Concurrent;
using System.Globalization;

namespace ResidentPortal.Core.Mosip;

/// <summary>
/// The times that go into requests. The portal's own clock is right until a service refuses a request for its time; from then on that service is told its
/// own time, as its answers show it. An answer alone corrects nothing: a platform that writes local time as UTC must not lead a right clock astray.
/// </summary>
internal sealed class PlatformClock(TimeProvider clock)
{
    /// <summary>Differences below this are the length of the way, not of the clocks.</summary>
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, TimeSpan> _measured = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TimeSpan> _corrections = new(StringComparer.Ordinal);

    /// <summary>How far a service's clock is ahead of the portal's, by its last answer that told; null where none did.</summary>
    public TimeSpan? Skew(string service) => _measured.TryGetValue(service, out var skew) ? skew : null;

    /// <summary>Now, for a request to the service: UTC with exactly three fraction digits, the one form that all services take.</summary>
    public string Stamp(string service) => Format(clock.GetUtcNow() + _corrections.GetValueOrDefault(service));

    /// <summary>Takes note of the time a service told in its answer.</summary>
    public void Observe(string service, DateTimeOffset platformTime) => _measured[service] = platformTime - clock.GetUtcNow();

    /// <summary>After a refusal: takes over what was measured. False where that is what was in use already, so that trying again is of no use.</summary>
    public bool Correct(string service)
    {
        if (!_measured.TryGetValue(service, out var skew) || (skew - _corrections.GetValueOrDefault(service)).Duration() < Noise)
        {
            return false;
        }

        _corrections[service] = skew;
        return true;
    }

    /// <summary>A time as the platform takes it.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
