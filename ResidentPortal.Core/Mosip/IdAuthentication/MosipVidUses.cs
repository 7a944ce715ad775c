using Microsoft.Extensions.Logging;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>Uses of VIDs, counted in ID authentication's history of the person.</summary>
internal sealed partial class MosipVidUses(AuthTransactions transactions, ILogger<MosipVidUses> logger) : IVidUses
{
    private const int PageSize = 50;
    private const int MostPages = 20;

    /// <summary>Rows come in the order in which they were written, and carry the time that the request stated: it may lie this much before.</summary>
    private static readonly TimeSpan OldestRequest = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyDictionary<Vid, int>>> CountAsync(
        Uin uin, IReadOnlyCollection<Vid> vids, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (vids.Count == 0)
        {
            return new Dictionary<Vid, int>();
        }

        // A set, since a row slides onto the next page when a new one comes in front.
        var uses = new HashSet<AuthTransaction>();
        for (var page = 1; page <= MostPages; page++)
        {
            if (!(await transactions.ListAsync(uin, page, PageSize, cancellationToken)).Try(out var rows, out var problem))
            {
                return problem;
            }

            uses.UnionWith(rows.Where(row => IsUse(row) && row.At >= since));
            if (rows.Count < PageSize || rows.Any(row => row.At < since - OldestRequest))
            {
                return Count(vids, uses);
            }
        }

        Log.TooLong(logger, MostPages * PageSize);
        return new Dictionary<Vid, int>();
    }

    private static Dictionary<Vid, int> Count(IReadOnlyCollection<Vid> vids, HashSet<AuthTransaction> uses)
    {
        // A use by a VID that is not named may be a use of any of them.
        if (uses.Any(use => use.Number is null))
        {
            return [];
        }

        var byNumber = uses.CountBy(use => use.Number!, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return vids.Distinct().ToDictionary(vid => vid, vid => byNumber.GetValueOrDefault(AuthTransactions.Hash(vid)));
    }

    /// <summary>Whether an organisation proved the person by a VID: not what the platform asked itself, nor what was done by the UIN, nor a code that was only sent.</summary>
    private static bool IsUse(AuthTransaction row) => row is { Succeeded: true, IsByUin: false, IsOwn: false } && row.Codes.Any(code => code.EndsWith("-AUTH", StringComparison.Ordinal));

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A person's history goes on after {Count} rows; uses of VIDs are not counted")]
        public static partial void TooLong(ILogger logger, int count);
    }
}
