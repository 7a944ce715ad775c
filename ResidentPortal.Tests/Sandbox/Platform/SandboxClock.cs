namespace ResidentPortal.Sandbox;

/// <summary>The platform's clock: what is stored (codes, VIDs, tokens, stages) can be aged, while the windows of request times keep real time.</summary>
public sealed class SandboxClock(TimeProvider time)
{
    private static readonly AsyncLocal<TimeSpan> Skew = new();
    private long _agedTicks;

    /// <summary>The time by which stored things are judged: real time plus everything that was aged.</summary>
    public DateTimeOffset Now => time.GetUtcNow() + Aged;

    /// <summary>The time by which the request time of a call is judged, and with which an answer is stamped.</summary>
    public DateTimeOffset WallNow => time.GetUtcNow() + Skew.Value;

    /// <summary>By how much stored things were aged so far.</summary>
    public TimeSpan Aged => TimeSpan.FromTicks(Interlocked.Read(ref _agedTicks));

    /// <summary>Makes everything stored older by this much.</summary>
    public void Age(TimeSpan by) => Interlocked.Add(ref _agedTicks, by.Ticks);

    /// <summary>What a caller sees of a stored moment: an aged code was issued earlier, an aged VID ends sooner.</summary>
    public DateTimeOffset Seen(DateTimeOffset stored) =>
        stored >= VidRecord.Never ? stored : stored - Aged;

    internal void Reset() => Interlocked.Exchange(ref _agedTicks, 0);

    /// <summary>Shifts the wall time of the current call only.</summary>
    internal static void SkewThisCall(TimeSpan by) => Skew.Value = by;
}
