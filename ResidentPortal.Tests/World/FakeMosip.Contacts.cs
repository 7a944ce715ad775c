using ResidentPortal.Core.Contacts;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>The OTP manager in memory.</summary>
public sealed partial class FakeMosip : IContactOtp
{
    public const string GenerateOtp = "otpmanager.generate";
    public const string ValidateOtp = "otpmanager.validate";

    /// <summary>The keys that codes were made under.</summary>
    public List<string> OtpKeys { get; } = [];

    public Task<Outcome<OneTimeCode>> GenerateAsync(string key, CancellationToken cancellationToken) =>
        CallAsync(GenerateOtp, fault => ProblemOfKey(fault.Code), () =>
        {
            OtpKeys.Add(key);
            return OneTimeCode.TryParse(State.KeyedOtps.Issue(key), out var code) ? code : throw new PlatformException("USER_BLOCKED", "blocked");
        });

    public Task<Outcome<Done>> ValidateAsync(string key, OneTimeCode code, CancellationToken cancellationToken) =>
        CallAsync(ValidateOtp, fault => ProblemOfKey(fault.Code), () =>
        {
            var message = State.KeyedOtps.Judge(key, code.Reveal());
            return message is "VALIDATION_SUCCESSFUL" ? default(Done) : throw new PlatformException(message, message);
        });

    private static Problem ProblemOfKey(string code) => code switch
    {
        "VALIDATION_UNSUCCESSFUL" or "KER-OTV-004" => OtpProblems.Wrong,
        "OTP_EXPIRED" => OtpProblems.Expired,
        "USER_BLOCKED" => OtpProblems.Frozen,
        "KER-OTV-005" => OtpProblems.NoneActive,
        _ => CommonProblems.ServiceUnavailable,
    };
}
