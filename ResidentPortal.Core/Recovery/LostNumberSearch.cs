using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Recovery;

/// <summary>
/// Finds out whose number it is: registrations by name and contact, then the identity behind each. It is found only where it can be one person alone; a registration without
/// an identity may be another person's, so that it counts as one.
/// </summary>
public sealed class LostNumberSearch(ILostRegistrations registrations, ILostPersons persons)
{
    /// <summary>
    /// The number. Problems: <see cref="CommonProblems.NotFound"/> (also where it is not one person alone), <see cref="RecoveryProblems.TooManyFound"/>, and where nothing could be
    /// found out <see cref="RecoveryProblems.NotAllowed"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    internal async Task<Outcome<FoundNumber>> FindAsync(SoughtPerson sought, LostNumberKind kind, CancellationToken cancellationToken)
    {
        var (phone, email) = sought.Channel is OtpChannel.Phone ? (sought.Contact, (string?)null) : (null, sought.Contact);
        if (!(await registrations.SearchAsync(new LostSearch(sought.Name, phone, email), cancellationToken)).Try(out var rids, out var problem))
        {
            return problem;
        }

        var matching = new List<FoundNumber>();
        foreach (var rid in rids)
        {
            var found = await persons.FindAsync(rid, cancellationToken);
            if (found.Try(out var person, out problem))
            {
                if (sought.Is(person) && person.Status is not IdentityStatus.Deactivated && !matching.Exists(one => one.Owner == person.Uin))
                {
                    matching.Add(new FoundNumber(rid, person.Uin));
                }
            }
            else if (problem.Kind is not ProblemKind.NotFound)
            {
                return problem;
            }
            else if (kind is LostNumberKind.Rid)
            {
                matching.Add(new FoundNumber(rid, Owner: null));
            }
        }

        return matching is [var only] ? only : CommonProblems.NotFound;
    }
}

/// <summary>A number that was found.</summary>
/// <param name="Rid">The newest registration of the person.</param>
/// <param name="Owner">The UIN; null where the registration has led to none yet.</param>
internal sealed record FoundNumber(Rid Rid, Uin? Owner);
