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

    /// <summary>The UIN is blocked or deactivated: no card is made of it.</summary>
    public static readonly Problem NotActive = new("cards.notActive", ProblemKind.Refused);

    /// <summary>The finished file did not open with its password, or opened without: it is not offered.</summary>
    public static readonly Problem DoesNotOpen = new("cards.doesNotOpen", ProblemKind.Unavailable);

    /// <summary>The card was fetched, its time is over, or there never was one behind this link.</summary>
    public static readonly Problem Gone = new("cards.gone", ProblemKind.NotFound);

    /// <summary>As many links were sent to this card as may be.</summary>
    public static readonly Problem TooManyLinks = new("cards.tooManyLinks", ProblemKind.Limited);

    /// <summary>A printed card is on its way already. Facts <c>eventId</c>: which; <c>at</c>: since when.</summary>
    public static readonly Problem OrderOpen = new("cards.orderOpen", ProblemKind.Conflict);
}
