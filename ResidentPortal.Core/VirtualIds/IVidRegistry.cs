using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>The platform's register of virtual IDs (MOSIP ID repository <c>/idrepository/v1/vid</c>) and the policy that rules it (<c>mosip-vid-policy.json</c>).</summary>
public interface IVidRegistry
{
    /// <summary>What types of VID there are and what holds for each, in the order of the policy. Problems: <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    Task<Outcome<IReadOnlyList<VidPolicy>>> ReadPolicyAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The VIDs of a person that are in use now; none is an empty list, as one whose VIDs have all run out. Problems:
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyList<IssuedVid>>> ListAsync(Uin uin, CancellationToken cancellationToken);

    /// <summary>
    /// Makes a VID. Sent once, never repeated. Problems: <see cref="VirtualIdProblems.LimitReached"/>, <see cref="VirtualIdProblems.NotAllowed"/> (the UIN is not
    /// active), <see cref="CommonProblems.Refused"/>, <see cref="CommonProblems.ServiceUnavailable"/> (certainly not done), <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<Vid>> GenerateAsync(Uin uin, VidType type, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a VID out of use for good. The platform asks neither whose it is nor whether it is in use still: the caller has to. Sent once. Problems:
    /// <see cref="VirtualIdProblems.UnknownVid"/> (also for one that has run out), <see cref="CommonProblems.Refused"/>,
    /// <see cref="CommonProblems.ServiceUnavailable"/> (certainly not done), <see cref="CommonProblems.OutcomeUnknown"/>.
    /// </summary>
    Task<Outcome<VidRevocation>> RevokeAsync(Uin uin, Vid vid, CancellationToken cancellationToken);
}

/// <summary>What the platform did when a VID was revoked.</summary>
/// <param name="Restored">The VID it made in its place, where the policy says so.</param>
public sealed record VidRevocation(Vid? Restored);
