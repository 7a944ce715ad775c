using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>The numbers that a resident's identity can be used by, and how the resident calls them.</summary>
public sealed class OwnNumbers(IDbContextFactory<PortalDbContext> databases, OwnVids own, Vault vault)
{
    /// <summary>What stands for the UIN in addresses.</summary>
    public const string UinKey = "uin";

    /// <summary>The VIDs in use with key and name; null where the platform cannot tell now.</summary>
    public async Task<IReadOnlyDictionary<Vid, UseNumber>?> FindAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        if (!(await own.ListAsync(session.Uin, cancellationToken)).Try(out var vids, out _))
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var labels = await db.KnownVids.AsNoTracking().Where(row => row.PersonKey == session.PersonKey && row.SealedLabel != null)
            .ToDictionaryAsync(row => row.VidKey, row => row.SealedLabel, StringComparer.Ordinal, cancellationToken);
        return vids.Select(one => one.Vid).Distinct().ToDictionary(vid => vid, Describe);

        UseNumber Describe(Vid vid)
        {
            var key = own.Key(vid);
            return new UseNumber(key, vault.Open(ShowVids.LabelPurpose, labels.GetValueOrDefault(key)) ?? vid.ToString());
        }
    }
}
