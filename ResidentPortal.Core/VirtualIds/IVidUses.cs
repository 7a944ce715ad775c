using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>How often VIDs were used (MOSIP IDA <c>/internal/authTransactions</c>): the platform tells the limit of a VID, never what is left of it.</summary>
public interface IVidUses
{
    /// <summary>
    /// For each VID how often an organisation has used it up by an authentication since a moment: what succeeded counts, what the platform asked itself does
    /// not. A VID is missing from the answer where the platform does not tell by which number a use was made. Problems:
    /// <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<IReadOnlyDictionary<Vid, int>>> CountAsync(Uin uin, IReadOnlyCollection<Vid> vids, DateTimeOffset since, CancellationToken cancellationToken);
}
