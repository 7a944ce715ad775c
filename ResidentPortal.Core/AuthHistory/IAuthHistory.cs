using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.AuthHistory;

/// <summary>The platform's record of who used an identity (MOSIP IDA <c>/internal/authTransactions</c>).</summary>
public interface IAuthHistory
{
    /// <summary>
    /// A page of the uses of a person by whichever number, newest first; pages count from 1, and one that is not full is the last. The platform names a number by its hash
    /// alone: which of these VIDs it was is told here. Problems: <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyList<IdentityUse>>> ListAsync(Uin uin, IReadOnlyCollection<Vid> vids, int page, int size, CancellationToken cancellationToken);
}
