using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip;

/// <summary>
/// A value that is fetched when it is first needed and kept until it runs out. However many ask at once, one fetch is under way; it goes on when the one
/// who began it loses patience, since the others wait for it.
/// </summary>
/// <typeparam name="T">The value.</typeparam>
internal sealed class Kept<T>(TimeProvider clock)
    where T : notnull
{
    private readonly Lock _gate = new();
    private Entry? _entry;
    private Task<Outcome<Entry>>? _fetch;

    /// <summary>The value, fetched where there is none.</summary>
    public async Task<Outcome<T>> GetAsync(Func<Task<Outcome<Entry>>> fetch, CancellationToken cancellationToken)
    {
        Task<Outcome<Entry>> underWay;
        lock (_gate)
        {
            if (_entry is { } entry && clock.GetUtcNow() < entry.Until)
            {
                return entry.Value;
            }

            underWay = _fetch ??= FetchAsync(fetch);
        }

        var fetched = await underWay.WaitAsync(cancellationToken);
        return fetched.Then(entry => entry.Value);
    }

    /// <summary>Forgets the value, unless another has taken its place.</summary>
    public void Drop(T value)
    {
        lock (_gate)
        {
            if (_entry is { } entry && EqualityComparer<T>.Default.Equals(entry.Value, value))
            {
                _entry = null;
            }
        }
    }

    private async Task<Outcome<Entry>> FetchAsync(Func<Task<Outcome<Entry>>> fetch)
    {
        // Leave the gate first: the fetch may end at once.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        Entry? got = null;
        try
        {
            var outcome = await fetch();
            got = outcome.IsSuccess ? outcome.Value : null;
            return outcome;
        }
        finally
        {
            lock (_gate)
            {
                (_entry, _fetch) = (got ?? _entry, null);
            }
        }
    }

    /// <summary>A value and how long it may be kept.</summary>
    internal sealed record Entry(T Value, DateTimeOffset Until);
}
