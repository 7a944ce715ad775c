using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>What can go wrong with cards.</summary>
public static class CardProblems
{
    /// <summary>The platform does not know the order.</summary>
    public static readonly Problem UnknownOrder = new("cards.unknownOrder", ProblemKind.NotFound);
}
