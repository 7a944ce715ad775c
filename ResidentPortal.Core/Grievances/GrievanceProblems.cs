using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Grievances;

/// <summary>What can go wrong with reports of problems.</summary>
public static class GrievanceProblems
{
    /// <summary>Nothing was written.</summary>
    public static readonly Problem NoMessage = new("grievance.noMessage", ProblemKind.Invalid);

    /// <summary>More was written than is taken. Fact <c>most</c>: how many letters.</summary>
    public static readonly Problem LongMessage = new("grievance.longMessage", ProblemKind.Invalid);

    /// <summary>What was written has characters in it that no keyboard writes.</summary>
    public static readonly Problem UnreadableMessage = new("grievance.unreadableMessage", ProblemKind.Invalid);

    /// <summary>The other contact is no phone number and no e-mail address.</summary>
    public static readonly Problem NoContact = new("grievance.noContact", ProblemKind.Invalid);

    /// <summary>As many problems were reported today as may be. Fact <c>most</c>: how many.</summary>
    public static readonly Problem TooMany = new("grievance.tooMany", ProblemKind.Limited);

    /// <summary>It was answered before.</summary>
    public static readonly Problem Answered = new("grievance.answered", ProblemKind.Conflict);
}
