namespace ResidentPortal.Core.Outcomes;

/// <summary>Problems that any flow can meet.</summary>
public static class CommonProblems
{
    /// <summary>The platform's service cannot be reached or answers nonsense; nothing was changed.</summary>
    public static readonly Problem ServiceUnavailable = new("common.serviceUnavailable", ProblemKind.Unavailable);

    /// <summary>The request was sent and no usable answer came: it may have been done.</summary>
    public static readonly Problem OutcomeUnknown = new("common.outcomeUnknown", ProblemKind.Unknown);

    /// <summary>The platform refused for a reason that has no sentence of its own.</summary>
    public static readonly Problem Refused = new("common.refused", ProblemKind.Refused);

    /// <summary>The sign-in is over or was never there.</summary>
    public static readonly Problem SignInNeeded = new("common.signInNeeded", ProblemKind.Forbidden);

    /// <summary>The act needs a code that was entered a short while ago.</summary>
    public static readonly Problem FreshCodeNeeded = new("common.freshCodeNeeded", ProblemKind.Forbidden);

    /// <summary>There is nothing by that number for this person.</summary>
    public static readonly Problem NotFound = new("common.notFound", ProblemKind.NotFound);
}
