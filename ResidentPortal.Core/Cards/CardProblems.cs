using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Cards;

/// <summary>What can go wrong with cards.</summary>
public static class CardProblems
{
    /// <summary>The platform does not know the order.</summary>
    public static readonly Problem UnknownOrder = new("cards.unknownOrder", ProblemKind.NotFound);

    /// <summary>The text that was to be checked is not the whole text of a card's QR code.</summary>
    public static readonly Problem NotACard = new("cards.notACard", ProblemKind.Invalid);

    /// <summary>The card is signed with a key that is none of this authority's.</summary>
    public static readonly Problem OtherIssuer = new("cards.otherIssuer", ProblemKind.Refused);

    /// <summary>The signature does not hold: the card was changed after it was issued, or is forged.</summary>
    public static readonly Problem Changed = new("cards.changed", ProblemKind.Refused);

    /// <summary>The card's time is over. Fact <c>at</c>: since when.</summary>
    public static readonly Problem Expired = new("cards.expired", ProblemKind.Refused);

    /// <summary>The card's time has not come. Fact <c>at</c>: when it does.</summary>
    public static readonly Problem NotYetValid = new("cards.notYetValid", ProblemKind.Refused);
}
