using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Primitives;

namespace ResidentPortal.Sessions;

/// <summary>
/// Keeps for a minute, in memory alone, what a page was drawn from, until its circuit takes it: the state that goes through the browser has an id and nothing else (S-24). Where a
/// circuit comes later or to another server, or where too many pages wait, it finds nothing and reads anew.
/// </summary>
public sealed class SentPages(TimeProvider clock) : IDisposable
{
    /// <summary>For how long it is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>How many pages may wait at once.</summary>
    public const int Most = 2_000;

    private readonly MemoryCache _waiting = new(new MemoryCacheOptions { SizeLimit = Most });

    /// <summary>How many pages wait.</summary>
    public int Count => _waiting.Count;

    /// <summary>Keeps what a page is drawn from, for the sign-in it was drawn for.</summary>
    /// <returns>The id under which its circuit takes it.</returns>
    public Guid Keep(Guid sessionId, object shown)
    {
        var id = Guid.NewGuid();
        var life = new CancellationTokenSource(Life, clock); // The cache itself looks for what is over only when somebody asks it for something.
        _waiting.Set((id, sessionId), shown, new MemoryCacheEntryOptions { Size = 1 }.AddExpirationToken(new CancellationChangeToken(life.Token)));
        return id;
    }

    /// <summary>Takes it, once; null where there is nothing of this id for this sign-in.</summary>
    public TShown? Take<TShown>(Guid id, Guid sessionId)
        where TShown : class
    {
        var shown = _waiting.Get<TShown>((id, sessionId));
        _waiting.Remove((id, sessionId));
        return shown;
    }

    /// <inheritdoc/>
    public void Dispose() => _waiting.Dispose();
}
