using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Tracking;

/// <summary>Finds the number that a registration led to (MOSIP's AID → UIN), so that its owner can be sent a code. Nothing of it is told before that code was entered.</summary>
public sealed class FindPersonOfRegistration(IIdentityRegistry identities)
{
    /// <summary>The UIN. Problems: <see cref="ProfileProblems.UnknownPerson"/> also while the registration is under way, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    public async Task<Outcome<IndividualId>> ExecuteAsync(Rid rid, CancellationToken cancellationToken = default) =>
        (await identities.FindByRidAsync(rid, cancellationToken)).Then(identity => IndividualId.Of(identity.Uin));
}
