using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Sessions;

/// <summary>Where somebody is led whose sign-in is over.</summary>
internal static class EndLinks
{
    public static string Of(Problem problem) =>
        string.Equals(problem.Key, SessionProblems.SignedOut.Key, StringComparison.Ordinal) ? Links.SignedOut
        : string.Equals(problem.Key, CommonProblems.SignInNeeded.Key, StringComparison.Ordinal) ? Links.SignIn
        : string.Equals(problem.Key, SessionProblems.EndedElsewhere.Key, StringComparison.Ordinal) ? Links.SignedOutElsewhere
        : Links.SignedOutAway;
}
