using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Contacts;

/// <summary>The platform's codes for a contact that nobody's identity stands behind yet (MOSIP kernel OTP manager). It makes and judges; sending is ours.</summary>
public interface IContactOtp
{
    /// <summary>A new code under a key, which is never the contact itself. Problems: <see cref="OtpProblems.Frozen"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<OneTimeCode>> GenerateAsync(string key, CancellationToken cancellationToken);

    /// <summary>
    /// Has a code judged. Problems: <see cref="OtpProblems.Wrong"/>, <see cref="OtpProblems.Expired"/>, <see cref="OtpProblems.NoneActive"/>, <see cref="OtpProblems.Frozen"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Done>> ValidateAsync(string key, OneTimeCode code, CancellationToken cancellationToken);
}
