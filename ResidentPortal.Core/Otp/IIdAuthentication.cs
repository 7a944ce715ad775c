using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Otp;

/// <summary>The platform's ID authentication: sends one-time codes to registered contacts and judges them (MOSIP IDA internal <c>/otp</c> and <c>/auth</c>).</summary>
public interface IIdAuthentication
{
    /// <summary>
    /// Has a code sent to the person's registered contacts. Problems: <see cref="OtpProblems.NotSent"/>, <see cref="OtpProblems.ChannelMissing"/>,
    /// <see cref="OtpProblems.ChannelLocked"/>, <see cref="OtpProblems.TooMany"/>, <see cref="OtpProblems.Frozen"/>, <see cref="OtpProblems.UnknownPerson"/>,
    /// <see cref="OtpProblems.PersonInactive"/>, <see cref="OtpProblems.NumberInactive"/>, <see cref="CommonProblems.ServiceUnavailable"/>, <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<MaskedContacts>> SendCodeAsync(IndividualId individualId, TransactionId transactionId, IReadOnlyCollection<OtpChannel> channels, CancellationToken cancellationToken);

    /// <summary>
    /// Has a code judged. The person and the transaction are the ones it was asked with. Problems: <see cref="OtpProblems.Wrong"/>, <see cref="OtpProblems.Expired"/>,
    /// <see cref="OtpProblems.NoneActive"/>, <see cref="OtpProblems.OtherTransaction"/>, <see cref="OtpProblems.OtherNumber"/>, <see cref="OtpProblems.Frozen"/>,
    /// <see cref="OtpProblems.UnknownPerson"/>, <see cref="OtpProblems.PersonInactive"/>, <see cref="OtpProblems.NumberInactive"/>, <see cref="CommonProblems.ServiceUnavailable"/>,
    /// <see cref="CommonProblems.OutcomeUnknown"/> (the try may have been counted, the code may be used up).
    /// </summary>
    Task<Outcome<Done>> VerifyCodeAsync(IndividualId individualId, TransactionId transactionId, OneTimeCode code, CancellationToken cancellationToken);
}

/// <summary>The contacts a code went to, as the platform masks them (<c>XXXXXX3210</c>, <c>XXeXX.X@example.org</c>); null where it did not go there.</summary>
/// <param name="Phone">The masked phone number.</param>
/// <param name="Email">The masked e-mail address.</param>
public sealed record MaskedContacts(string? Phone, string? Email);
