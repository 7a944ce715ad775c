using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Profile;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// The contacts of operators' own identities, as hashes: to see whether one was registered for somebody else. Of an operator the portal keeps the hash of the number alone; the
/// number is known where the operator has used the portal as a resident.
/// </summary>
public sealed class OperatorContacts(IDbContextFactory<PortalDbContext> databases, IIdentityRegistry identities, VisitContacts contacts, Vault vault)
{
    /// <summary>By the operator's account, for those in whose visits a contact was changed.</summary>
    internal async Task<IReadOnlyDictionary<string, IReadOnlySet<string>>> ReadAsync(IReadOnlyList<VisitRow> visits, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var visit in visits.Where(visit => visit is { NewContacts: not null, OperatorKey: not null }).DistinctBy(visit => visit.OperatorId, StringComparer.Ordinal))
        {
            if (await FindSealedUinAsync(visit.OperatorKey!, cancellationToken) is { } sealedUin
                && (await identities.FindAsync(vault.OpenIndividualId(sealedUin), cancellationToken)).Try(out var identity, out _))
            {
                known[visit.OperatorId] = new[] { identity.Phone, identity.Email }.OfType<string>().Select(contacts.KeyOf).ToHashSet(StringComparer.Ordinal);
            }
        }

        return known;
    }

    private async Task<string?> FindSealedUinAsync(string personKey, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Sessions.AsNoTracking().Where(row => row.PersonKey == personKey).Select(row => row.SealedUin).FirstOrDefaultAsync(cancellationToken)
            ?? await db.ServiceRequests.AsNoTracking().Where(row => row.PersonKey == personKey).Select(row => row.SealedUin).FirstOrDefaultAsync(cancellationToken);
    }
}
