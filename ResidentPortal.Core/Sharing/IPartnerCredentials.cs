using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Sharing;

/// <summary>
/// Credentials of any type for any partner, as other programs ask for them in a resident's name (MOSIP <c>/v1/credentialrequest</c>, <c>/v1/credentialservice/types</c>, partner
/// management's policies, data share).
/// </summary>
public interface IPartnerCredentials
{
    /// <summary>
    /// Asks the platform to issue a credential. Sent once, never repeated. Success means recorded: partner, policy and identity are looked at later. Problems:
    /// <see cref="CommonProblems.Refused"/>, <see cref="CommonProblems.ServiceUnavailable"/> (certainly not done), <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Guid>> RequestAsync(IndividualId person, CredentialRequestOrder order, CancellationToken cancellationToken);

    /// <summary>Where a request stands. Problems: <see cref="SharingProblems.UnknownRequest"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<CredentialStanding>> FindAsync(Guid requestId, CancellationToken cancellationToken);

    /// <summary>
    /// The PDF a partner made of a request and stored with the platform. Problems: <see cref="SharingProblems.UnknownRequest"/>, <see cref="SharingProblems.NoCard"/> (not yet, no more, or
    /// no PDF), <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<byte[]>> FetchCardAsync(Guid requestId, CancellationToken cancellationToken);

    /// <summary>The types of credentials the platform tells of. Problem: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyList<CredentialType>>> ListTypesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What a partner may get by its policy for a type, as the platform has it written. Problems: <see cref="SharingProblems.UnknownPartner"/> (also where it has none for that type),
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<CredentialPolicy>> ReadPolicyAsync(string partnerId, string credentialType, CancellationToken cancellationToken);
}
