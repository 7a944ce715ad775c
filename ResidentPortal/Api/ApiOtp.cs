using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Api;

/// <summary>Why a code was not sent or not taken, in the words of MOSIP's ID authentication.</summary>
internal static class ApiOtp
{
    private const string Code = "RES-SER-422";

    /// <summary>The answer to an act whose code was refused.</summary>
    public static ApiAnswer Refused(Problem problem, IndividualId individualId) => problem.Kind is ProblemKind.Unavailable or ProblemKind.Unknown
        ? ApiErrors.ResourceUnavailable
        : Refused(Find(problem, individualId)?.Message ?? "OTP validation failed");

    /// <summary>The same with the inner message itself.</summary>
    public static ApiError Refused(string message) => new(Code, message);

    /// <summary>The inner code and message of a problem; null where there is none that could be told.</summary>
    public static ApiError? Find(Problem problem, IndividualId individualId) => problem.Key switch
    {
        "otp.expired" => new("IDA-OTA-003", "OTP has expired"),
        "otp.wrong" or "otp.notACode" or "otp.noneActive" => new("IDA-OTA-004", "OTP is invalid"),
        "otp.otherTransaction" => new("IDA-OTA-005", "Input transactionID does not match transactionID of OTP Request"),
        "otp.otherNumber" => new("IDA-OTA-010", "Input Identity Type does not match Identity Type of OTP Request"),
        "otp.frozen" => new("IDA-OTA-007", "UIN is locked for OTP validation due to exceeding no of invalid OTP trials"),
        "otp.unknownPerson" => new("IDA-MLC-018", $"{individualId.Kind} not available in database"),
        "otp.personInactive" => new("IDA-MLC-022", "UIN is deactivated/blocked"),
        "otp.numberInactive" => new("IDA-MLC-023", "VID is expired/deactivated"),
        "otp.channelLocked" => new("IDA-MLC-019", "OTP Auth Type is Locked for the UIN"),
        _ => null,
    };
}
