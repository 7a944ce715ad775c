using System.Collections.Concurrent;
using System.Globalization;
using ResidentPortal.Core.Outcomes;

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

    /// <summary>
    /// Asks again, once, where the service refused the time and its answer shows that the clocks differ. Should that not help, it was not the time: what was
    /// in use before is taken up again.
    /// </summary>
    public async Task<Outcome<T>> InTimeAsync<T>(string service, Problem wrongTime, Func<Task<Outcome<T>>> ask)
    {
        var first = await ask();
        var former = _corrections.GetValueOrDefault(service);
        if (first.Problem != wrongTime || !_measured.TryGetValue(service, out var skew) || (skew - former).Duration() < Noise)
        {
            return first;
        }

        _corrections[service] = skew;
        var second = await ask();
        if (second.Problem == wrongTime)
        {
            _corrections[service] = former;
        }

        return second;
    }

    /// <summary>A time as the platform takes it.</summary>
    public static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
