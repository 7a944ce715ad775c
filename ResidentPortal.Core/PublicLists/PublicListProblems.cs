using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.PublicLists;

/// <summary>What can go wrong with lists of the platform.</summary>
public static class PublicListProblems
{
    /// <summary>What it is asked by cannot be one: the platform is not asked.</summary>
    public static readonly Problem Unsound = new("lists.unsound", ProblemKind.Invalid);

    /// <summary>The platform has no such list, or does not give it. Fact <c>code</c>: the platform's code.</summary>
    public static readonly Problem Refused = new("lists.refused", ProblemKind.Refused);
}
