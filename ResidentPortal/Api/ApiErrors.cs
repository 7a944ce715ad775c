namespace ResidentPortal.Api;

/// <summary>One error of an answer.</summary>
/// <param name="Code">MOSIP's code, which clients compare.</param>
/// <param name="Message">MOSIP's message.</param>
/// <param name="Status">The HTTP status: 200 for nearly all.</param>
internal sealed record ApiError(string Code, string Message, int Status = StatusCodes.Status200OK);

/// <summary>The errors of MOSIP's Resident Services, with their words.</summary>
internal static class ApiErrors
{
    /// <summary>What cannot be read, and what was not foreseen.</summary>
    public static readonly ApiError BadRequest = new("RES-SER-418", "Bad Request");

    /// <summary>The body has no <c>request</c>, where that is looked for first.</summary>
    public static readonly ApiError RequestMissing = new("RES-SER-418", "request: request should not be null");

    /// <summary>The body is larger than it may be.</summary>
    public static readonly ApiError TooLarge = BadRequest with { Status = StatusCodes.Status413PayloadTooLarge };

    /// <summary>Too many calls.</summary>
    public static readonly ApiError TooMany = new("RES-SER-418", "Too many requests", StatusCodes.Status429TooManyRequests);

    /// <summary>No session, or no client credentials.</summary>
    public static readonly ApiError NotAuthenticated = new("KER-ATH-401", "Authentication Failed", StatusCodes.Status401Unauthorized);

    /// <summary>The scope of the session does not reach so far.</summary>
    public static readonly ApiError Denied = new("RES-SER-403", "Access is denied", StatusCodes.Status403Forbidden);

    /// <summary>Locks, unlocks and the history could not be had.</summary>
    public static readonly ApiError NotSuccessful = new("RES-SER-402", "Your request is not successful, please try again later.");

    /// <summary>A registration with this number is not known.</summary>
    public static readonly ApiError RidNotFound = new("RES-SER-408", "RID not found");

    /// <summary>A service of the platform does not answer.</summary>
    public static readonly ApiError ResourceUnavailable = new("RES-SER-411", "API resource is not available");

    /// <summary>A service of the platform does not answer, or does not know what it was asked for.</summary>
    public static readonly ApiError ResourceInaccessible = new("RES-SER-412", "Unable to access API resource");

    /// <summary>A code could not be asked for.</summary>
    public static readonly ApiError OtpNotGenerated = new("RES-SER-425", "while generating otp error is occured");

    /// <summary>A parameter is not acceptable; the space stands behind the hyphen alone.</summary>
    public static ApiError Invalid(string name) => new("RES-SER-410", $"Invalid Input Parameter- {name}");

    /// <summary>A parameter is missing, for the operations that tell this apart.</summary>
    public static ApiError Missing(string name) => new("RES-SER-414", $"Missing input Parameter- {name}");

    /// <summary>A text is too long.</summary>
    public static ApiError TooLong(int limit, string name) => new("RES-SER-514", $"Input text size exceeds the limit; Character limit={limit}; inputType={name}");

    /// <summary>A text has characters that are not taken.</summary>
    public static ApiError SpecialCharacters(string name) => new("RES-SER-515", $"Input text contains special characters;inputType={name}");

    /// <summary>There is no such operation.</summary>
    public static ApiError NoSuchPath(string method, string path) => new("RES-SER-418", $"No handler found for {method} {path}", StatusCodes.Status404NotFound);
}
