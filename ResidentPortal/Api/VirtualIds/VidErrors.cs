using ResidentPortal.Api.Acts;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.VirtualIds;

/// <summary>The errors of MOSIP's Resident Services about VIDs.</summary>
internal static class VidErrors
{
    /// <summary>As many of the type as may be.</summary>
    public static readonly ApiError LimitReached = new("RES-SER-405", "Maximum allowed VIDs are active. Deactivate VID to generate new one.");

    /// <summary>It could not be made.</summary>
    public static readonly ApiError NotMade = new("RES-SER-406", "Exception while creating VID");

    /// <summary>It could not be revoked.</summary>
    public static readonly ApiError NotRevoked = new("RES-SER-407", "VID revocation request failed. Please visit the nearest registration center for assistance.");

    /// <summary>It is somebody else's.</summary>
    public static readonly ApiError Others = new("RES-SER-454", "Provided VID does not belong to the logged in user.");

    /// <summary>The sign-in was made with it.</summary>
    public static readonly ApiError SignedInWith = new("RES-SER-471", "This VID cannot be revoked since you have logged in using same VID");

    /// <summary>There is no such VID in use.</summary>
    public static readonly ApiError Unknown = new("RES-SER-474", "Individual ID is invalid.");

    /// <summary>Making it would take the one out of use that the sign-in was made with.</summary>
    public static readonly ApiError WouldReplaceSignIn = new("RES-SER-513", "Failed to create VID, as the existing VID cannot be revoked since this VID was used to log into the current session.");

    /// <summary>What is told of a VID that was looked for by its digits (<see cref="Core.VirtualIds.FindOwnVid"/>).</summary>
    public static ApiError OfSearch(Problem problem) => problem.Key switch
    {
        "virtualIds.unknownVid" => Unknown,
        "virtualIds.others" => Others,
        _ => ResidentErrors.Of(problem, Unknown),
    };
}
