namespace ResidentPortal.Branding;

/// <summary>The colours of one scheme, light or dark, by what they are for.</summary>
public sealed record Scheme
{
    private static readonly Colour Night = Colour.Of("#04181c");

    /// <summary>The ground of the page.</summary>
    public required Colour Paper { get; init; }

    /// <summary>The ground of cards, fields and the header.</summary>
    public required Colour Surface { get; init; }

    /// <summary>Words.</summary>
    public required Colour Ink { get; init; }

    /// <summary>Words of second rank: hints, footers.</summary>
    public required Colour Muted { get; init; }

    /// <summary>Quiet lines between things; never the only sign of a control.</summary>
    public required Colour Line { get; init; }

    /// <summary>The border of a control.</summary>
    public required Colour Edge { get; init; }

    /// <summary>Links and main buttons.</summary>
    public required Colour Primary { get; init; }

    /// <summary>A main button under the pointer.</summary>
    public required Colour PrimaryStrong { get; init; }

    /// <summary>Words on a main button.</summary>
    public required Colour OnPrimary { get; init; }

    /// <summary>A ground with a breath of the main colour.</summary>
    public required Colour Soft { get; init; }

    /// <summary>The strong ground of the opening of the first page.</summary>
    public required Colour Deep { get; init; }

    /// <summary>Words on the strong ground.</summary>
    public required Colour OnDeep { get; init; }

    /// <summary>Fine lines drawn on the strong ground.</summary>
    public required Colour Engraving { get; init; }

    /// <summary>The warm colour: one action, one mark, the ring of focus.</summary>
    public required Colour Accent { get; init; }

    /// <summary>Words on the warm colour.</summary>
    public required Colour OnAccent { get; init; }

    /// <summary>The outer ring of focus.</summary>
    public required Colour Focus { get; init; }

    /// <summary>Something went wrong.</summary>
    public required Colour Danger { get; init; }

    /// <summary>The ground of what went wrong.</summary>
    public required Colour DangerSoft { get; init; }

    /// <summary>Something is done and checked.</summary>
    public required Colour Good { get; init; }

    /// <summary>The ground of what is done.</summary>
    public required Colour GoodSoft { get; init; }

    /// <summary>Something to heed.</summary>
    public required Colour Warn { get; init; }

    /// <summary>The ground of what is to be heeded.</summary>
    public required Colour WarnSoft { get; init; }

    /// <summary>Every pair that stands on one another, with the contrast it needs: 4.5 for words, 3 for borders and rings.</summary>
    public IEnumerable<ColourPair> Pairs =>
    [
        .. On(4.5, nameof(Ink), Ink, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(Soft), Soft), (nameof(DangerSoft), DangerSoft), (nameof(GoodSoft), GoodSoft), (nameof(WarnSoft), WarnSoft)),
        .. On(4.5, nameof(Muted), Muted, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(Soft), Soft)),
        .. On(4.5, nameof(Primary), Primary, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(Soft), Soft), (nameof(WarnSoft), WarnSoft), (nameof(DangerSoft), DangerSoft), (nameof(GoodSoft), GoodSoft)),
        .. On(4.5, nameof(OnPrimary), OnPrimary, (nameof(Primary), Primary), (nameof(PrimaryStrong), PrimaryStrong)),
        .. On(4.5, nameof(OnDeep), OnDeep, (nameof(Deep), Deep)),
        .. On(4.5, nameof(OnAccent), OnAccent, (nameof(Accent), Accent)),
        .. On(4.5, nameof(Danger), Danger, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(DangerSoft), DangerSoft)),
        .. On(4.5, nameof(Good), Good, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(GoodSoft), GoodSoft)),
        .. On(4.5, nameof(Warn), Warn, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(WarnSoft), WarnSoft)),
        .. On(3, nameof(Edge), Edge, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(Soft), Soft)),
        .. On(3, nameof(Focus), Focus, (nameof(Paper), Paper), (nameof(Surface), Surface), (nameof(Soft), Soft)),
        .. On(3, nameof(OnDeep), OnDeep, (nameof(Deep), Deep)),
    ];

    /// <summary>The light scheme around two colours.</summary>
    public static Scheme Light(Colour primary, Colour accent)
    {
        var (paper, surface, ink) = (Colour.Of("#faf8f3"), Colour.White, Colour.Of("#13262b"));
        var soft = primary.Mix(paper, 0.92);
        var (dangerSoft, goodSoft, warnSoft) = (Colour.Of("#fcefec"), Colour.Of("#edf6ef"), Colour.Of("#fdf4e0"));
        var main = primary.Toward(Colour.Black, 4.5, paper, soft, Colour.White, dangerSoft, goodSoft, warnSoft);
        return new Scheme
        {
            Paper = paper,
            Surface = surface,
            Ink = ink,
            Muted = Colour.Of("#48595d"),
            Line = Colour.Of("#dcd7cb"),
            Edge = Colour.Of("#5d6f73"),
            Primary = main,
            PrimaryStrong = main.Mix(Night, 0.4),
            OnPrimary = Colour.White,
            Soft = soft,
            Deep = primary.Mix(Night, 0.5),
            OnDeep = Colour.Of("#fdfbf6"),
            Engraving = primary.Mix(Colour.White, 0.3),
            Accent = accent,
            OnAccent = WordsOn(accent, ink),
            Focus = ink,
            Danger = Colour.Of("#a1261c"),
            DangerSoft = dangerSoft,
            Good = Colour.Of("#1c6b3c"),
            GoodSoft = goodSoft,
            Warn = Colour.Of("#7d4a00"),
            WarnSoft = warnSoft,
        };
    }

    /// <summary>The dark scheme around the same two colours.</summary>
    public static Scheme Dark(Colour primary, Colour accent)
    {
        var (paper, surface, ink) = (Colour.Of("#0e1a1d"), Colour.Of("#162529"), Colour.Of("#ece8df"));
        var (dangerSoft, goodSoft, warnSoft) = (Colour.Of("#371c19"), Colour.Of("#142c1d"), Colour.Of("#332608"));
        var soft = primary.Mix(paper, 0.78);
        var main = primary.Lit().Toward(Colour.White, 6, surface, paper, soft, dangerSoft, goodSoft, warnSoft);
        return new Scheme
        {
            Paper = paper,
            Surface = surface,
            Ink = ink,
            Muted = Colour.Of("#b1bdbc"),
            Line = Colour.Of("#2d4247"),
            Edge = Colour.Of("#8b9fa2"),
            Primary = main,
            PrimaryStrong = main.Mix(Colour.White, 0.35),
            OnPrimary = Night,
            Soft = soft,
            Deep = primary.Mix(Night, 0.62),
            OnDeep = ink,
            Engraving = primary.Mix(Colour.White, 0.18),
            Accent = accent,
            OnAccent = WordsOn(accent, Colour.Of("#13262b")),
            Focus = ink,
            Danger = Colour.Of("#ffb0a3"),
            DangerSoft = dangerSoft,
            Good = Colour.Of("#8fd6a5"),
            GoodSoft = goodSoft,
            Warn = Colour.Of("#f3c777"),
            WarnSoft = warnSoft,
        };
    }

    private static Colour WordsOn(Colour ground, Colour ink) => ground.ContrastWith(ink) >= ground.ContrastWith(Colour.White) ? ink : Colour.White;

    private static IEnumerable<ColourPair> On(double needed, string name, Colour colour, params (string Name, Colour Colour)[] grounds) =>
        grounds.Select(ground => new ColourPair(name, ground.Name, colour.ContrastWith(ground.Colour), needed));
}

/// <summary>A colour on a ground, and the contrast between them.</summary>
/// <param name="Front">The name of the colour in front.</param>
/// <param name="Ground">The name of the ground.</param>
/// <param name="Contrast">The contrast they have.</param>
/// <param name="Needed">The contrast they need.</param>
public sealed record ColourPair(string Front, string Ground, double Contrast, double Needed);
