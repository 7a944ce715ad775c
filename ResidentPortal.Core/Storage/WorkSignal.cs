using System.Threading.Channels;

namespace ResidentPortal.Core.Storage;

/// <summary>Wakes a worker before its time: there is a row for it. A lost signal costs nothing but the wait until the next regular look.</summary>
/// <typeparam name="TFlow">The flow the worker runs.</typeparam>
public sealed class WorkSignal<TFlow>
{
    private readonly Channel<bool> _raised = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is work.</summary>
    public void Raise() => _raised.Writer.TryWrite(true);

    /// <summary>Waits until there is work, or until the time is over.</summary>
    public async Task WaitAsync(TimeSpan atMost, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await _raised.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The regular look.
        }
    }
}
