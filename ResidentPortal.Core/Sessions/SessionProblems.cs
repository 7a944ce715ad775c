using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sessions;

/// <summary>Why a sign-in is not there, or not any more.</summary>
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

    /// <summary>The visit at the kiosk is over.</summary>
    public static readonly Problem VisitOver = new("sessions.visitOver", ProblemKind.Forbidden);

    /// <summary>What was asked for is not among what the resident agreed to at the kiosk, or not to be had from the operator's side.</summary>
    public static readonly Problem OutsidePurpose = new("sessions.outsidePurpose", ProblemKind.Forbidden);

    /// <summary>The person was proved, but the platform has taken the number out of use for now.</summary>
    public static readonly Problem NumberNotInUse = new("sessions.numberNotInUse", ProblemKind.Refused);
}
