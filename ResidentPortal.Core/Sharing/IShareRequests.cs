using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Sharing;

/// <summary>The platform's credential requests (MOSIP <c>/v1/credentialrequest</c>), by which it hands data to an organisation.</summary>
public interface IShareRequests
{
    /// <summary>
    /// Asks the platform to hand data over. Sent once, never repeated. Success means recorded: organisation, policy and identity are looked at later. Problems:
    /// <see cref="CommonProblems.Refused"/>, <see cref="CommonProblems.ServiceUnavailable"/> (certainly not done), <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Guid>> ShareAsync(Uin uin, string partnerId, IReadOnlyList<ShareItem> items, CancellationToken cancellationToken);

    /// <summary>Where a request stands. Problems: <see cref="SharingProblems.UnknownRequest"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<ShareStage>> FindShareAsync(Guid requestId, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a request back. Sent once, never repeated, though the platform has it as a GET. Problems: <see cref="SharingProblems.TooLate"/>,
    /// <see cref="SharingProblems.UnknownRequest"/>, <see cref="CommonProblems.ServiceUnavailable"/> (certainly not done), <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Done>> TakeBackAsync(Guid requestId, CancellationToken cancellationToken);
}

/// <summary>One field to hand over.</summary>
/// <param name="Choice">The field as it was chosen.</param>
/// <param name="Attributes">The attributes of the record behind it.</param>
public sealed record ShareItem(DisclosureChoice Choice, IReadOnlyList<string> Attributes);

/// <summary>How far a request has come.</summary>
public enum ShareStage
{
    /// <summary>Recorded, and not handed over yet (NEW, RETRY).</summary>
    Waiting,

    /// <summary>The organisation has the data (ISSUED, STORED, RECEIVED), or published a word nobody knows: only who has the data makes up words.</summary>
    HandedOver,

    /// <summary>Nothing was handed over (FAILED).</summary>
    Failed,

    /// <summary>Taken back before it was handed over (CANCELLED).</summary>
    TakenBack,
}
