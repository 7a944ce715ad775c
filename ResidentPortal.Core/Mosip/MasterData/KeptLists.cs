using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.MasterData;

/// <summary>Lists of master data, each kept for a while; that the platform does not have one is kept as an empty list. Keys may come from outside: too many of them begin anew.</summary>
internal sealed class KeptLists<TKey, T>(IOptions<MosipOptions> options, TimeProvider clock)
    where TKey : notnull
{
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<TKey, Kept<IReadOnlyList<T>>> _lists = new();

    /// <summary>The list of a key, fetched where it is not kept.</summary>
    public Task<Outcome<IReadOnlyList<T>>> GetAsync(TKey key, Func<Task<Outcome<IReadOnlyList<T>>>> fetch, CancellationToken cancellationToken)
    {
        if (_lists.Count >= Most)
        {
            _lists.Clear();
        }

        return _lists.GetOrAdd(key, _ => new Kept<IReadOnlyList<T>>(clock)).GetAsync(async () => Keep(await fetch()), cancellationToken);
    }

    private Outcome<Kept<IReadOnlyList<T>>.Entry> Keep(Outcome<IReadOnlyList<T>> outcome) =>
        (outcome.Problem == MosipProblems.NotOffered ? Array.Empty<T>() : outcome).Then(found => new Kept<IReadOnlyList<T>>.Entry(found, clock.GetUtcNow() + options.Value.WordLifetime));
}
