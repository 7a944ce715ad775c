namespace ResidentPortal.Core.Mosip;

/// <summary>The time in which all of an operation has to be over: its client token, its tries and the body of the answer. It also ends when the caller gives up.</summary>
internal sealed class WireBudget : IDisposable
{
    private readonly CancellationTokenSource? _over;
    private readonly CancellationTokenRegistration _gone;

    /// <summary>Begins it; without a time it is the caller's patience alone.</summary>
    public WireBudget(TimeSpan? time, TimeProvider clock, CancellationToken caller)
    {
        Token = caller;
        if (time is { } limit)
        {
            _over = new CancellationTokenSource(limit, clock);
            _gone = caller.UnsafeRegister(static over => ((CancellationTokenSource)over!).Cancel(), _over);
            Token = _over.Token;
        }
    }

    /// <summary>Is cancelled when it is over.</summary>
    public CancellationToken Token { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gone.Dispose();
        _over?.Dispose();
    }
}
