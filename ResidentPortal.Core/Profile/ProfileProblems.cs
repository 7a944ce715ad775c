using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Profile;

/// <summary>What can go wrong with reading an identity.</summary>
public static class ProfileProblems
{
    /// <summary>The platform has no identity by this number, or the number is no longer in use.</summary>
    public static readonly Problem UnknownPerson = new("profile.unknownPerson", ProblemKind.NotFound);

    /// <summary>None of the data was chosen.</summary>
    public static readonly Problem NothingChosen = new("profile.nothingChosen", ProblemKind.Invalid);

    /// <summary>Something was chosen that is not offered: the country, the record or the organisation's policy does not have it.</summary>
    public static readonly Problem NotOffered = new("profile.notOffered", ProblemKind.Invalid);
}
