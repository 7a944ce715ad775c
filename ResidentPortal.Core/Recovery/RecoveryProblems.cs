using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Recovery;

/// <summary>What can go wrong with finding a lost number. What was found is never among it: the answer is the same whether or not there was anything.</summary>
public static class RecoveryProblems
{
    /// <summary>What was typed is longer than a name or a postal code can be.</summary>
    public static readonly Problem TooLong = new("recovery.tooLong", ProblemKind.Invalid);

    /// <summary>More registrations match than the platform lists. Never told to the visitor.</summary>
    public static readonly Problem TooManyFound = new("recovery.tooManyFound", ProblemKind.Refused);

    /// <summary>The portal's client lacks the role for the search.</summary>
    public static readonly Problem NotAllowed = new("recovery.notAllowed", ProblemKind.Unavailable);

    /// <summary>The link is too old, was used, or never was one.</summary>
    public static readonly Problem Gone = new("recovery.gone", ProblemKind.NotFound);
}
