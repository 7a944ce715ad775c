using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.History;

/// <summary>What can go wrong with the ledger of service requests.</summary>
public static class HistoryProblems
{
    /// <summary>Another act of the same kind is on its way to the platform. Fact <c>eventId</c>: which.</summary>
    public static readonly Problem ActInFlight = new("history.actInFlight", ProblemKind.Conflict);

    /// <summary>The request is somebody else's. Told to programs alone; pages say <see cref="CommonProblems.NotFound"/>.</summary>
    public static readonly Problem Others = new("history.others", ProblemKind.Forbidden);

    /// <summary>What was typed is not the number of a request.</summary>
    public static readonly Problem NoEventId = new("history.noEventId", ProblemKind.Invalid);

    /// <summary>As many requests are pinned as may be. Fact <c>most</c>: how many.</summary>
    public static readonly Problem TooManyPinned = new("history.tooManyPinned", ProblemKind.Limited);
}
