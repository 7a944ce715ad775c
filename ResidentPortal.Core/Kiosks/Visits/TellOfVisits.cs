using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Kiosks.Visits;

/// <summary>
/// Tells whoever a code for a consent was sent to who asks, where and for what. It happens behind the answer, like the code itself: on the page it does not show whether there is
/// such a person (S-01).
/// </summary>
public sealed class TellOfVisits(IDbContextFactory<PortalDbContext> databases, VisitCodes codes, Notices notices)
{
    /// <summary>How many were told.</summary>
    public async Task<Outcome<int>> ExecuteAsync(CancellationToken cancellationToken = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var asking = await db.Visits.AsNoTracking().Where(row => row.EndedAt == null && row.CodeAskedAt != null).ToListAsync(cancellationToken);
        var told = 0;
        foreach (var row in asking)
        {
            var holderKey = codes.OfConsent(row).Key;
            var reached = await db.Codes.AsNoTracking().Where(code => code.HolderKey == holderKey && code.SealedUin != null && code.State != CodeState.Sending).ToListAsync(cancellationToken);
            foreach (var code in reached.DistinctBy(code => code.PersonKey, StringComparer.Ordinal))
            {
                told += await TellAsync(db, row, code) ? 1 : 0;
            }
        }

        if (told > 0)
        {
            notices.Raise();
        }

        return told;
    }

    /// <summary>How the occasions of a visit's messages begin.</summary>
    internal static string OccasionOf(Guid visitId) => $"visit {visitId:N} asked";

    // One message for a person and an asking, however many codes were wanted.
    private async Task<bool> TellAsync(PortalDbContext db, VisitRow row, CodeRow code)
    {
        var occasion = $"{OccasionOf(row.Id)} {row.Round} {code.PersonKey![^12..]}";
        if (await db.Notices.AnyAsync(notice => notice.Occasion == occasion))
        {
            return false;
        }

        notices.Add(db, new Notice(NoticeKind.VisitAsked, code.SealedUin, row.Language, occasion)
        {
            Facts = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["operator"] = row.OperatorNumber,
                ["centre"] = row.CentreName ?? row.CentreCode,
                ["purposes"] = string.Join(',', PurposeList.Asked(row).Order()),
            },
        });
        try
        {
            await db.SaveChangesAsync();
            return true;
        }
        catch (DbUpdateException failure) when (StorageFaults.IsUniqueViolation(failure))
        {
            // Another process of the portal was faster.
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
