using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>The history of an identity over the wire, in the domain's words.</summary>
internal sealed class MosipAuthHistory(AuthTransactions transactions) : IAuthHistory
{
    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyList<IdentityUse>>> ListAsync(Uin uin, IReadOnlyCollection<Vid> vids, int page, int size, CancellationToken cancellationToken)
    {
        if (!(await transactions.ListAsync(uin, page, size, cancellationToken)).Try(out var rows, out var problem))
        {
            return problem;
        }

        var byHash = vids.Distinct().ToDictionary(AuthTransactions.Hash, StringComparer.OrdinalIgnoreCase);
        return rows.Select(row => Describe(row, row is { IsByUin: false, Number: { } hash } ? byHash.GetValueOrDefault(hash) : null)).ToList();
    }

    private static IdentityUse Describe(AuthTransaction row, Vid? vid) => new()
    {
        TransactionId = row.Id,
        At = row.At,
        Ways = UseCodes.WaysOf(row.Codes),
        IsAccepted = row.Succeeded,
        Comment = row.Comment,
        Organisation = row.IsOwn || string.IsNullOrWhiteSpace(row.Entity) ? null : row.Entity.Trim(),
        IsPlatform = row.IsOwn,
        NumberKind = row.IsByUin ? UsedNumberKind.Uin : vid is not null ? UsedNumberKind.OwnVid : row.Number is null ? UsedNumberKind.SomeVid : UsedNumberKind.PastVid,
        Vid = vid,
    };
}
