using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Tracking;

/// <summary>What can go wrong with tracking a request.</summary>
public static class TrackingProblems
{
    /// <summary>Nothing was typed.</summary>
    public static readonly Problem Empty = new("tracking.empty", ProblemKind.Invalid);

    /// <summary>The number does not have 29 digits. Fact <c>count</c>: how many were typed.</summary>
    public static readonly Problem WrongLength = new("tracking.wrongLength", ProblemKind.Invalid);

    /// <summary>The number has something other than digits in it.</summary>
    public static readonly Problem NotDigits = new("tracking.notDigits", ProblemKind.Invalid);

    /// <summary>The number has 29 digits, but cannot be right: its date does not exist.</summary>
    public static readonly Problem Mistyped = new("tracking.mistyped", ProblemKind.Invalid);

    /// <summary>The platform does not know the number, or not yet.</summary>
    public static readonly Problem UnknownRid = new("tracking.unknownRid", ProblemKind.NotFound);

    /// <summary>Too many look-ups from this network. Fact <c>at</c>: when to go on.</summary>
    public static readonly Problem TooMany = new("tracking.tooMany", ProblemKind.Limited);
}
