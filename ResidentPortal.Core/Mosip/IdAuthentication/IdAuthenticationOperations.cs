using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>The operations of ID authentication and what its codes mean.</summary>
internal static class IdAuthenticationOperations
{
    /// <summary>The name of the service.</summary>
    public const string Service = "IdAuthentication";

    /// <summary>
    /// The request's time was refused. ID authentication looks at the time before it makes a code or compares one, so nothing was done and no try counted.
    /// </summary>
    public static readonly Problem WrongTime = new("mosip.ida.wrongTime", ProblemKind.Unavailable);

    /// <summary>The sealed request could not be opened, so it was not judged: the key has changed.</summary>
    public static readonly Problem KeyChanged = new("mosip.ida.keyChanged", ProblemKind.Unavailable);

    private static readonly (Problem, string[]) UnknownPerson = (OtpProblems.UnknownPerson, ["IDA-MLC-002", "IDA-MLC-004", "IDA-MLC-018"]);

    private static readonly (Problem, string[]) PersonInactive = (OtpProblems.PersonInactive, ["IDA-MLC-022"]);

    private static readonly (Problem, string[]) NumberInactive = (OtpProblems.NumberInactive, ["IDA-MLC-023"]);

    private static readonly (Problem, string[]) Frozen = (OtpProblems.Frozen, ["IDA-OTA-006", "IDA-OTA-013"]);

    /// <summary>A request that the portal made wrongly or that the deployment does not allow.</summary>
    private static readonly (Problem, string[]) Refused =
        (CommonProblems.Refused, ["IDA-MLC-006", "IDA-MLC-008", "IDA-MLC-009", "IDA-MLC-011", "IDA-MLC-012", "IDA-MLC-015", "IDA-OTA-008"]);

    /// <summary><c>POST /otp</c>.</summary>
    public static readonly MosipOperation SendCode = new(
        Service,
        nameof(SendCode),
        Sending.Write,
        MosipOperation.Table(
            UnknownPerson,
            PersonInactive,
            NumberInactive,
            Frozen,
            Refused,
            (OtpProblems.TooMany, ["IDA-OTA-001"]),
            (OtpProblems.NotSent, ["IDA-OTA-002"]),
            (OtpProblems.ChannelMissing, ["IDA-OTA-007", "IDA-OTA-009"]),
            (OtpProblems.ChannelLocked, ["IDA-MLC-019"]),
            (WrongTime, ["IDA-MLC-001"])));

    /// <summary><c>POST /auth</c>.</summary>
    public static readonly MosipOperation VerifyCode = new(
        Service,
        nameof(VerifyCode),
        Sending.Write,
        MosipOperation.Table(
            UnknownPerson,
            PersonInactive,
            NumberInactive,
            Frozen,
            Refused,
            (OtpProblems.Wrong, ["IDA-OTA-004"]),
            (OtpProblems.Expired, ["IDA-OTA-003"]),
            (OtpProblems.NoneActive, ["IDA-OTA-011", "IDA-OTA-012"]),
            (OtpProblems.OtherTransaction, ["IDA-OTA-005"]),
            (OtpProblems.OtherNumber, ["IDA-OTA-010"]),
            (OtpProblems.ChannelLocked, ["IDA-MLC-019"]),
            (WrongTime, ["IDA-MLC-001"]),
            (KeyChanged, ["IDA-MPA-003", "IDA-MPA-004"]),
            (CommonProblems.ServiceUnavailable, ["IDA-MPA-016"])));
}
