namespace ResidentPortal.Api.Cards;

/// <summary>The errors of cards.</summary>
internal static class CardErrors
{
    /// <summary>The card does not exist yet, or was fetched already.</summary>
    public static readonly ApiError NotReady = new("RES-SER-509", "The card is not ready for download.");

    /// <summary>Anything else that kept a printed card from being ordered.</summary>
    public static readonly ApiError NotOrdered = new("RES-SER-401", "Base exception.");

    /// <summary>No event with this id is the resident's.</summary>
    public static readonly ApiError UnknownEvent = new("RES-SER-459", "EID not available in database", StatusCodes.Status400BadRequest);

    /// <summary>The event brought no card that is fetched this way.</summary>
    public static readonly ApiError NoCardEvent = new("RES-SER-473", "Invalid Request Type. Please input eventId only for VID_CARD_DOWNLOAD,UPDATE_MY_UIN", StatusCodes.Status400BadRequest);

    /// <summary>A card of chosen data could not be made.</summary>
    public static readonly ApiError NotPersonal = new("RES-SER-479", "Error in downloading personalized card");

    /// <summary>The card of a VID could not be made.</summary>
    public static readonly ApiError NoVidCard = new("RES-SER-480", "Error in Request card from vid");
}
