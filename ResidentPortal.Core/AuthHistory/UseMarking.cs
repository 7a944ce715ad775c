namespace ResidentPortal.Core.AuthHistory;

/// <summary>
/// Tells what is unusual, in one pass from the newest use to the oldest, holding no more than the last two that were refused and the oldest of each organisation and of
/// each way.
/// </summary>
internal sealed class UseMarking(TimeZoneInfo zone)
{
    /// <summary>So many organisations are told apart; nobody's history has more.</summary>
    public const int MostOrganisations = 500;

    private const int NightBegins = 22;
    private const int NightEnds = 5;

    private static readonly TimeSpan Burst = TimeSpan.FromHours(1);

    // That a code is sent proves nothing yet, and comes just before one is checked.
    private static readonly UseWays[] EachWay = [.. Enum.GetValues<UseWays>().Where(way => way is not (UseWays.None or UseWays.CodeSent))];

    private readonly Dictionary<string, SeenUse> _oldestByName = new(StringComparer.Ordinal);
    private readonly Dictionary<UseWays, SeenUse> _oldestByWay = [];
    private SeenUse? _refused;
    private SeenUse? _refusedBefore;

    /// <summary>The most uses that are first ones: of an organisation, or of a way.</summary>
    public static int MostFirsts => MostOrganisations + EachWay.Length;

    /// <summary>Who was seen, by name.</summary>
    public IEnumerable<string> Organisations => _oldestByName.Keys.Order(StringComparer.CurrentCultureIgnoreCase);

    /// <summary>Looks at the next older use; the answer is those, also newer ones, of which something unusual has shown now for the first time.</summary>
    public List<SeenUse> Look(SeenUse seen)
    {
        List<SeenUse> marked = [];
        if (!seen.Use.IsPlatform)
        {
            Remember(seen);
            if (TimeZoneInfo.ConvertTime(seen.Use.At, zone).Hour is >= NightBegins or < NightEnds)
            {
                Mark(seen, UnusualMarks.Night, marked);
            }
        }

        if (!seen.Use.IsAccepted)
        {
            if (_refusedBefore is not null && _refusedBefore.Use.At - seen.Use.At <= Burst)
            {
                Mark(_refusedBefore, UnusualMarks.ManyRefused, marked);
                Mark(_refused!, UnusualMarks.ManyRefused, marked);
                Mark(seen, UnusualMarks.ManyRefused, marked);
            }

            (_refusedBefore, _refused) = (_refused, seen);
        }

        return marked;
    }

    /// <summary>After the oldest use: marks the first ones; the answer is those that nothing was unusual about before.</summary>
    public List<SeenUse> Close()
    {
        List<SeenUse> marked = [];
        foreach (var first in _oldestByName.Values)
        {
            Mark(first, UnusualMarks.NewOrganisation, marked);
        }

        foreach (var first in _oldestByWay.Values)
        {
            Mark(first, UnusualMarks.NewWay, marked);
        }

        return marked;
    }

    private static void Mark(SeenUse seen, UnusualMarks mark, List<SeenUse> marked)
    {
        if (seen.Marks is UnusualMarks.None)
        {
            marked.Add(seen);
        }

        seen.Marks |= mark;
    }

    private void Remember(SeenUse seen)
    {
        if (seen.Use.Organisation is { } name && (_oldestByName.Count < MostOrganisations || _oldestByName.ContainsKey(name)))
        {
            _oldestByName[name] = seen;
        }

        foreach (var way in EachWay)
        {
            if (seen.Use.Ways.HasFlag(way))
            {
                _oldestByWay[way] = seen;
            }
        }
    }
}
