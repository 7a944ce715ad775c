using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sessions;

/// <summary>Why a sign-in is not there any more.</summary>
public static class SessionProblems
{
    /// <summary>Nothing happened for too long. Fact <c>minutes</c>: for how long.</summary>
    public static readonly Problem Away = new("sessions.away", ProblemKind.Forbidden);

    /// <summary>The longest time of a sign-in is over. Fact <c>minutes</c>: how long that is.</summary>
    public static readonly Problem TotalTime = new("sessions.totalTime", ProblemKind.Forbidden);

    /// <summary>A newer sign-in of the same person took its place.</summary>
    public static readonly Problem Replaced = new("sessions.replaced", ProblemKind.Forbidden);

    /// <summary>It was ended from another sign-in, by "This was not me", or by the staff.</summary>
    public static readonly Problem EndedElsewhere = new("sessions.endedElsewhere", ProblemKind.Forbidden);

    /// <summary>It was ended by signing out.</summary>
    public static readonly Problem SignedOut = new("sessions.signedOut", ProblemKind.Forbidden);
}
