using Microsoft.EntityFrameworkCore;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Core.Sharing;

/// <summary>Reads in the ledger what a person has shared, and what was withdrawn of it.</summary>
public sealed class ShareRecords(IDbContextFactory<PortalDbContext> databases, Vault vault)
{
    /// <summary>All sharings of a person that were sent, the newest first, each with its withdrawal where there is one.</summary>
    internal async Task<IReadOnlyList<(ServiceRequestRow Share, ServiceRequestRow? Withdrawal)>> ListAsync(ResidentSession session, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rows = await db.ServiceRequests.AsNoTracking()
            .Where(row => row.PersonKey == session.PersonKey && (row.Kind == ActKind.ShareData || row.Kind == ActKind.WithdrawShare) && row.State != ActState.Draft)
            .OrderByDescending(row => row.CreatedAt).ToListAsync(cancellationToken);
        var withdrawals = rows.Where(Counts).ToLookup(row => WithdrawShareOrder.OfWish(row.Wish).ShareEventId, StringComparer.Ordinal);
        return [.. rows.Where(row => row.Kind is ActKind.ShareData).Select(row => (row, withdrawals[row.EventId].FirstOrDefault()))];
    }

    /// <summary>The withdrawal of a sharing that was done or is on its way.</summary>
    internal async Task<ServiceRequestRow?> FindWithdrawalAsync(ResidentSession session, string shareEventId, CancellationToken cancellationToken) =>
        (await ListAsync(session, cancellationToken)).FirstOrDefault(one => string.Equals(one.Share.EventId, shareEventId, StringComparison.Ordinal)).Withdrawal;

    /// <summary>What was wished.</summary>
    internal ShareDataOrder OrderOf(ServiceRequestRow share) => ShareDataOrder.OfWish(vault, share.Wish);

    /// <summary>What came of a withdrawal; null while its end is open.</summary>
    internal WithdrawEffect? EffectOf(ServiceRequestRow? withdrawal) =>
        vault.Open(ActCourse.ResultPurpose, withdrawal?.SealedResult) is { } text ? WithdrawResult.OfText(text).Effect : null;

    // One that failed may be tried again.
    private static bool Counts(ServiceRequestRow row) => row is { Kind: ActKind.WithdrawShare, State: not (ActState.Failed or ActState.Refused) };
}
