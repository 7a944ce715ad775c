using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Centres;

/// <summary>What can go wrong with finding a centre.</summary>
public static class CentreProblems
{
    /// <summary>The browser did not say where it is.</summary>
    public static readonly Problem NoPosition = new("centres.noPosition", ProblemKind.Invalid);
}
