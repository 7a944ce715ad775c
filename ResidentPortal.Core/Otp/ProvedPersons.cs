using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Otp;

/// <summary>Finds out whose a number is. A UIN says it itself; behind a VID stands a UIN that the platform knows.</summary>
public sealed class ProvedPersons(IIdentityRegistry identities, LookupKeys keys)
{
    /// <summary>The person. Problems: <see cref="OtpProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.</summary>
    internal async Task<Outcome<ProvedPerson>> FindAsync(IndividualId individualId, CancellationToken cancellationToken)
    {
        if (individualId.Uin is { } own)
        {
            return new ProvedPerson(own, keys.Person(own));
        }

        var found = await identities.FindAsync(individualId, cancellationToken);
        return found.Try(out var identity, out var problem) ? new ProvedPerson(identity.Uin, keys.Person(identity.Uin))
            : problem.Kind is ProblemKind.NotFound ? OtpProblems.UnknownPerson
            : problem;
    }
}

/// <summary>Whose a number is.</summary>
/// <param name="Uin">The UIN.</param>
/// <param name="Key">The hash by which the person's rows are found.</param>
public sealed record ProvedPerson(Uin Uin, string Key);
