using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>What can go wrong with virtual IDs.</summary>
public static class VirtualIdProblems
{
    /// <summary>There are as many of this type as may be (MOSIP IDR-VID-003). Fact <c>most</c>, where known: how many that is.</summary>
    public static readonly Problem LimitReached = new("virtualIds.limitReached", ProblemKind.Conflict);

    /// <summary>One more of this type takes the oldest out of use; the resident has not said yet that it may.</summary>
    public static readonly Problem WouldReplace = new("virtualIds.wouldReplace", ProblemKind.Conflict);

    /// <summary>The platform has no such type.</summary>
    public static readonly Problem UnknownType = new("virtualIds.unknownType", ProblemKind.NotFound);

    /// <summary>The person has no such VID in use: another's, revoked, used up, or run out.</summary>
    public static readonly Problem UnknownVid = new("virtualIds.unknownVid", ProblemKind.NotFound);

    /// <summary>The ID number itself is not active.</summary>
    public static readonly Problem NotAllowed = new("virtualIds.notAllowed", ProblemKind.Refused);

    /// <summary>Nothing is behind a link any more: it was used, its time is over, its VID is out of use, or it was never one. Which of them is not told.</summary>
    public static readonly Problem LinkGone = new("virtualIds.linkGone", ProblemKind.NotFound);

    /// <summary>The number is a VID in use, of somebody else.</summary>
    public static readonly Problem Others = new("virtualIds.others", ProblemKind.Forbidden);

    /// <summary>The label is longer than it may be. Fact <c>most</c>: how many letters that is.</summary>
    public static readonly Problem LabelTooLong = new("virtualIds.labelTooLong", ProblemKind.Invalid);
}
