using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip.IdAuthentication;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>Who used an identity, in memory.</summary>
public sealed partial class FakeMosip : IAuthHistory
{
    public const string ListUses = "history.list";

    /// <summary>The pages that were asked for.</summary>
    public List<int> HistoryPages { get; } = [];

    /// <summary>Runs before a page of the history is answered: a place for a new use that comes in front.</summary>
    public Action<int>? BeforeHistoryPage { get; set; }

    public Task<Outcome<IReadOnlyList<IdentityUse>>> ListAsync(Uin uin, IReadOnlyCollection<Vid> vids, int page, int size, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<IdentityUse>>(ListUses, _ => CommonProblems.ServiceUnavailable, () =>
        {
            HistoryPages.Add(page);
            BeforeHistoryPage?.Invoke(page);
            return [.. State.ReadHistory(uin.Reveal()).Skip((page - 1) * size).Take(size).Select(row => Describe(row, vids))];
        });

    private static IdentityUse Describe(AuthenticationRow row, IReadOnlyCollection<Vid> vids)
    {
        var (isOwn, vid) = (row.EntityName is "mosip-ida-client", vids.FirstOrDefault(one => string.Equals(one.Reveal(), row.IndividualId, StringComparison.Ordinal)));
        return new IdentityUse
        {
            TransactionId = row.TransactionId,
            At = row.At,
            Ways = UseCodes.WaysOf(row.TypeCode.Split(',')),
            IsAccepted = row.Succeeded,
            Comment = row.Comment,
            Organisation = isOwn || row.EntityName.Length == 0 ? null : row.EntityName,
            IsPlatform = isOwn,
            NumberKind = row.IdType is "UIN" ? UsedNumberKind.Uin : vid is null ? UsedNumberKind.PastVid : UsedNumberKind.OwnVid,
            Vid = vid,
        };
    }
}
