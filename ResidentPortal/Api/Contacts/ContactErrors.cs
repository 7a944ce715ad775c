using ResidentPortal.Api.Updates;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api.Contacts;

/// <summary>Why a phone number or e-mail address is not changed, in the words of MOSIP's Resident Services.</summary>
internal static class ContactErrors
{
    /// <summary>The e-mail address is the registered one.</summary>
    public static readonly ApiError SameEmail = new("RES-SER-519", "Enter a new email ID");

    /// <summary>The phone number is the registered one.</summary>
    public static readonly ApiError SamePhone = new("RES-SER-520", "Enter a new phone number");

    /// <summary>Too many codes were asked for.</summary>
    public static readonly ApiError TooMany = new("RES-SER-510", "Innumerous OTP requests received");

    /// <summary>Too many wrong codes were entered.</summary>
    public static readonly ApiError Blocked = new("RES-SER-465", "OTP is blocked");

    /// <summary>The code is too old.</summary>
    public static readonly ApiError Expired = new("RES-SER-469", "OTP expired - Please send OTP again");

    /// <summary>The error of a problem; null where the sign-in is what is missing.</summary>
    public static ApiError? Of(Problem problem, string? transactionId) => problem.Key switch
    {
        "contact.notAPhone" or "contact.notAnEmail" or "updates.unknownField" => ApiErrors.Invalid("userId"),
        "updates.sameValue" => problem.Facts.GetValueOrDefault("channel") is OtpChannel.Email ? SameEmail : SamePhone,
        "otp.tooSoon" => TooMany,
        "otp.expired" => Expired,
        "otp.newCodeNeeded" or "otp.devicePaused" or "otp.frozen" => Blocked,
        "otp.wrong" or "otp.noneActive" or "otp.notACode" => ApiOtp.Refused("OTP is invalid"),
        "updates.notAllowed" or "updates.tooLong" => ApiErrors.Invalid("userId"),
        _ => UpdateErrors.OfResident(problem, "userId", transactionId),
    };
}
