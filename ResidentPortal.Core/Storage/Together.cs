using System.Collections.Concurrent;

namespace ResidentPortal.Core.Storage;

/// <summary>Gathers what callers bring while others' pieces are being worked on, so that what came meanwhile is done together.</summary>
/// <typeparam name="TPiece">What a caller brings.</typeparam>
internal sealed class Together<TPiece>(int mostAtOnce, Func<List<TPiece>, Task> work)
{
    private readonly ConcurrentQueue<TPiece> _waiting = []; // Whoever has just rested may still look into it while the next one takes.
    private int _isWorking;

    /// <summary>
    /// Brings one piece, which the next round takes. Whoever comes while nobody is at work does the first round itself, and is back when that is done. The work tells its outcome by the
    /// piece itself, and throws nothing.
    /// </summary>
    public async Task BringAsync(TPiece piece)
    {
        _waiting.Enqueue(piece);
        if (Interlocked.Exchange(ref _isWorking, 1) == 0)
        {
            await OthersAsync();
            await WorkOnceAsync();
            if (Rest())
            {
                // Unsafe: what flows with this caller's request is not to be taken for the others'.
                ThreadPool.UnsafeQueueUserWorkItem(static me => _ = me.WorkAsync(), this, preferLocal: false);
            }
        }
    }

    // Whoever is ready to run goes first, and may bring something too: the busier the program, the more is done together.
    private static Task OthersAsync()
    {
        var turn = new TaskCompletionSource();
        ThreadPool.UnsafeQueueUserWorkItem(static turn => turn.SetResult(), turn, preferLocal: false);
        return turn.Task;
    }

    private async Task WorkAsync()
    {
        do
        {
            await OthersAsync();
            await WorkOnceAsync();
        }
        while (Rest());
    }

    // Nothing is left where somebody took the last piece between its coming and the mark.
    private Task WorkOnceAsync() => Take() is { Count: > 0 } together ? work(together) : Task.CompletedTask;

    // Whether there is more to do; else nobody is at work any more. One may have come between the last look and the mark.
    private bool Rest()
    {
        if (!_waiting.IsEmpty)
        {
            return true;
        }

        Volatile.Write(ref _isWorking, 0);
        Interlocked.MemoryBarrier();
        return !_waiting.IsEmpty && Interlocked.Exchange(ref _isWorking, 1) == 0;
    }

    private List<TPiece> Take()
    {
        var together = new List<TPiece>();
        while (together.Count < mostAtOnce && _waiting.TryDequeue(out var one))
        {
            together.Add(one);
        }

        return together;
    }
}
