using System.Diagnostics;

namespace ResidentPortal.Benchmarks;

/// <summary>How long a call waited for the platform. Exchanges may run side by side: what counts is how long at least one was under way.</summary>
internal sealed class PlatformWait
{
    private readonly Lock _gate = new();
    private TimeSpan _over;
    private long _since;
    private int _underWay;

    public TimeSpan Total
    {
        get
        {
            lock (_gate)
            {
                return _over + (_underWay > 0 ? Stopwatch.GetElapsedTime(_since) : TimeSpan.Zero);
            }
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            _since = _underWay++ == 0 ? Stopwatch.GetTimestamp() : _since;
        }
    }

    public void End()
    {
        lock (_gate)
        {
            _over += --_underWay == 0 ? Stopwatch.GetElapsedTime(_since) : TimeSpan.Zero;
        }
    }
}

/// <summary>Times each exchange with the platform for the call that it belongs to.</summary>
internal sealed class PlatformWaitHandler(AsyncLocal<PlatformWait?> current) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        current.Value is { } waiting ? TimeAsync(waiting, request, cancellationToken) : base.SendAsync(request, cancellationToken);

    private async Task<HttpResponseMessage> TimeAsync(PlatformWait waiting, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        waiting.Begin();
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            return answer;
        }
        finally
        {
            waiting.End();
        }
    }
}
