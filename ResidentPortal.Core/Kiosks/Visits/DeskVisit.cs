using ResidentPortal.Core.History;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>A visit as the operator sees it: its course, and the fields of the agreed purposes alone.</summary>
public sealed record DeskVisit
{
    /// <summary>The visit.</summary>
    public required Guid Id { get; init; }

    /// <summary>How far it has come.</summary>
    public required VisitState State { get; init; }

    /// <summary>What the resident agreed to; before that what is asked for.</summary>
    public required IReadOnlySet<VisitPurpose> Purposes { get; init; }

    /// <summary>What is asked for in addition, and not agreed to yet.</summary>
    public required IReadOnlySet<VisitPurpose> NewPurposes { get; init; }

    /// <summary>The language of the resident's view.</summary>
    public required Language Language { get; init; }

    /// <summary>The id by which the desk asks the portal's flows; null before a number and a code were entered.</summary>
    public Guid? DeskId { get; init; }

    /// <summary>Where the resident's view is; null where none was offered.</summary>
    public ViewPlace? View { get; init; }

    /// <summary>Whether the view was opened there.</summary>
    public bool IsViewOpened { get; init; }

    /// <summary>What the resident's view shows.</summary>
    public required ViewStep Step { get; init; }

    /// <summary>The act that was prepared; null where there is none.</summary>
    public DeskAct? Act { get; init; }

    /// <summary>How far a paper has come.</summary>
    public PrintState Print { get; init; }

    /// <summary>How many papers were printed so far.</summary>
    public int Prints { get; init; }

    /// <summary>Until when the consent holds; null before.</summary>
    public DateTimeOffset? ConsentUntil { get; init; }

    /// <summary>Whether the resident's times are longer.</summary>
    public bool IsSlow { get; init; }

    /// <summary>Counts every change.</summary>
    public required int Version { get; init; }

    /// <summary>What the operator may see of the resident (S-75).</summary>
    public IReadOnlyList<VisitField> Fields { get; init; } = [];
}

/// <summary>An act as the operator sees it.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">How far it has come in the ledger.</param>
/// <param name="Desk">How far it has come between the two views.</param>
public sealed record DeskAct(string EventId, ActKind Kind, ActState State, DeskActState Desk);

/// <summary>A door to the resident's view.</summary>
/// <param name="Token">On the same screen the value of the view's cookie.</param>
/// <param name="LinkCode">For another screen eight letters that open the view once.</param>
/// <param name="Until">Until when the letters may be used, or the view at most lives.</param>
public sealed record ViewOffer(string? Token, string? LinkCode, DateTimeOffset Until)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ViewOffer);
}

/// <summary>The key to a resident's view; it exists here and in the browser's cookie alone.</summary>
/// <param name="Token">256 random bits, in base64url.</param>
public sealed record ViewTicket(string Token)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(ViewTicket);
}

/// <summary>What was done in a visit, to be read by both.</summary>
/// <param name="VisitId">The visit.</param>
/// <param name="End">How it ended.</param>
/// <param name="Acts">What was confirmed and sent.</param>
/// <param name="Prints">How many papers were printed.</param>
public sealed record VisitSummary(Guid VisitId, VisitEnd End, IReadOnlyList<VisitAct> Acts, int Prints)
{
    /// <summary>The language of the resident's view.</summary>
    public required Language Language { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset EndedAt { get; init; }
}

/// <summary>An act that was confirmed in a visit.</summary>
/// <param name="EventId">Its number.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">How far it has come.</param>
public sealed record VisitAct(string EventId, ActKind Kind, ActState State);
