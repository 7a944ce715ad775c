using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Recovery;

/// <summary>
/// Finds out whose number it is: registrations by name and contact, then the identity behind each. It is found only where it can be one person alone; a registration without
/// an identity may be another person's, so that it counts as one, unless it is an update that the person sent from here.
/// </summary>
public sealed class LostNumberSearch(IDbContextFactory<PortalDbContext> databases, ILostRegistrations registrations, ILostPersons persons, LookupKeys keys)
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

        var (matching, unread) = (new List<FoundNumber>(), new List<Rid>());
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
                unread.Add(rid);
            }
        }

        return (matching, unread) switch
        {
            ([var only], []) => only,
            ([], [var alone]) => new FoundNumber(alone, Owner: null),
            ([{ Owner: { } owner }], _) when await AreUpdatesOfAsync(owner, unread, cancellationToken) => new FoundNumber(unread[0], owner),
            _ => CommonProblems.NotFound,
        };
    }

    private async Task<bool> AreUpdatesOfAsync(Uin owner, IReadOnlyList<Rid> rids, CancellationToken cancellationToken)
    {
        var (personKey, ridKeys) = (keys.Person(owner), rids.Select(keys.Registration).ToList());
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ServiceRequests.CountAsync(row => row.PersonKey == personKey && row.RidKey != null && ridKeys.Contains(row.RidKey), cancellationToken) == ridKeys.Count;
    }
}

/// <summary>A number that was found.</summary>
/// <param name="Rid">The newest registration of the person.</param>
/// <param name="Owner">The UIN; null where the registration has led to none yet.</param>
internal sealed record FoundNumber(Rid Rid, Uin? Owner);
