using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Alarms;

/// <summary>What can go wrong with "This was not me", and with ending sign-ins.</summary>
public static class AlarmProblems
{
    /// <summary>The link is too old, or was never one: which of the two is not told.</summary>
    public static readonly Problem TooOld = new("alarms.tooOld", ProblemKind.NotFound);

    /// <summary>The sign-in to be ended is over, is the one that asks, or is another person's: which of them is not told.</summary>
    public static readonly Problem SignInOver = new("alarms.signInOver", ProblemKind.NotFound);
}
