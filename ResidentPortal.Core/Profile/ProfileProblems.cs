using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Profile;

/// <summary>What can go wrong with reading an identity.</summary>
public static class ProfileProblems
{
    /// <summary>The platform has no identity by this number, or the number is no longer in use.</summary>
    public static readonly Problem UnknownPerson = new("profile.unknownPerson", ProblemKind.NotFound);
}
