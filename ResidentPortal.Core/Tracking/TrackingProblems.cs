using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>What can go wrong with tracking a request.</summary>
public static class TrackingProblems
{
    /// <summary>Nothing was typed.</summary>
    public static readonly Problem Empty = new("tracking.empty", ProblemKind.Invalid);

    /// <summary>The number has neither the 29 digits of a RID nor the 16 of an event id. Fact <c>count</c>: how many were typed.</summary>
    public static readonly Problem WrongLength = new("tracking.wrongLength", ProblemKind.Invalid);

    /// <summary>The number has something other than digits in it.</summary>
    public static readonly Problem NotDigits = new("tracking.notDigits", ProblemKind.Invalid);

    /// <summary>The number has its digits, but cannot be right: its date does not exist, or it begins with a zero.</summary>
    public static readonly Problem Mistyped = new("tracking.mistyped", ProblemKind.Invalid);

    /// <summary>The platform does not know the number, or not yet.</summary>
    public static readonly Problem UnknownRid = new("tracking.unknownRid", ProblemKind.NotFound);

    /// <summary>The ledger has no act by this event id.</summary>
    public static readonly Problem UnknownReference = new("tracking.unknownReference", ProblemKind.NotFound);

    /// <summary>The whole of a request is shown after a code alone, in the browser in which it was entered, for a quarter of an hour.</summary>
    public static readonly Problem CodeNeeded = new("tracking.codeNeeded", ProblemKind.Forbidden);

    /// <summary>Too many look-ups from this network. Fact <c>at</c>: when to go on.</summary>
    public static readonly Problem TooMany = new("tracking.tooMany", ProblemKind.Limited);
}
