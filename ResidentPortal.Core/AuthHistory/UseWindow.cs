namespace ResidentPortal.Core.AuthHistory;

/// <summary>
/// Counts the uses that come by and holds those of one page. Uses may come a little out of order, and a few may come at the very end (the first ones of an organisation or
/// a way): so as many more are held on both sides as can still move a place.
/// </summary>
internal sealed class UseWindow(int skip, int take, int mostLate)
{
    private readonly int _from = Math.Max(0, skip - mostLate);
    private readonly int _to = skip + take + (mostLate > 0 ? 2 : 0);
    private readonly List<SeenUse> _held = [];
    private int _count;

    /// <summary>How many came.</summary>
    public int Count { get; private set; }

    /// <summary>How many are held.</summary>
    public int Held => _held.Count;

    /// <summary>Takes the next.</summary>
    public void Take(SeenUse seen)
    {
        if (_count >= _from && _count < _to)
        {
            _held.Add(seen);
        }

        Count = ++_count;
    }

    /// <summary>The page, with what came late put in its place.</summary>
    public IReadOnlyList<SeenUse> Close(IReadOnlyCollection<SeenUse> late)
    {
        var dropped = Math.Min(_from, _count);
        Count = _count + late.Count;
        return [.. _held.Concat(late).OrderBy(seen => seen.Ordinal).Skip(skip - dropped).Take(take)];
    }
}
