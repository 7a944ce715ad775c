using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>What can go wrong with the history of an identity.</summary>
public static class AuthHistoryProblems
{
    /// <summary>There is no such use in this person's history, or not any more.</summary>
    public static readonly Problem UnknownUse = new("history.unknownUse", ProblemKind.NotFound);

    /// <summary>The way that was used cannot be locked.</summary>
    public static readonly Problem NothingToLock = new("history.nothingToLock", ProblemKind.Invalid);
}
