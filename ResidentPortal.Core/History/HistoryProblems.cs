using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.History;

/// <summary>What can go wrong with the ledger of service requests.</summary>
public static class HistoryProblems
{
    /// <summary>Another act of the same kind is on its way to the platform. Fact <c>eventId</c>: which.</summary>
    public static readonly Problem ActInFlight = new("history.actInFlight", ProblemKind.Conflict);
}
