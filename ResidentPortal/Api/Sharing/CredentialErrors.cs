using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Sharing;

/// <summary>The errors of credentials and of sharing.</summary>
internal static class CredentialErrors
{
    /// <summary>No request with this id is the program's.</summary>
    public static readonly ApiError UnknownRequest = new("RES-SER-29", "Invalid id");

    /// <summary>The request is no longer new; the words are the credential service's.</summary>
    public static readonly ApiError TooLate = new("IDR-CRG-004", "request id already processed");

    /// <summary>The platform has no such partner, or no policy of it for the type.</summary>
    public static readonly ApiError UnknownPartner = new("RES-SER-481", "Partner not found.");

    /// <summary>Partner management does not answer.</summary>
    public static readonly ApiError PartnersUnavailable = new("RES-SER-441", "Exception while calling partner service");

    /// <summary>The consent is missing.</summary>
    public static readonly ApiError NoConsent =
        new("RES-SER-461", "Accepting the terms and conditions is a mandatory action to proceed further. Please accept the consent to proceed");

    /// <summary>The error of a problem with a request a program made before.</summary>
    public static ApiError Of(Problem problem) => problem.Key switch
    {
        "sharing.unknownRequest" => UnknownRequest,
        "sharing.tooLate" => TooLate,
        "sharing.noCard" => Cards.CardErrors.NotReady,
        "sharing.unknownPartner" => UnknownPartner,
        _ => ApiErrors.ResourceInaccessible,
    };
}
