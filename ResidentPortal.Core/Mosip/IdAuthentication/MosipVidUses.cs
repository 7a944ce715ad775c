using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>
/// Uses of VIDs, counted in ID authentication's history of the person. Its rows name the number that was used by a hash: SHA-256 in upper-case hexadecimal.
/// </summary>
internal sealed partial class MosipVidUses(MosipCall call, IAuthTransactionsApi api, IOptions<MosipOptions> options, ILogger<MosipVidUses> logger) : IVidUses
{
    private const int PageSize = 50;
    private const int MostPages = 20;

    /// <summary>Rows come in the order in which they were written, and carry the time that the request stated: it may lie this much before.</summary>
    private static readonly TimeSpan OldestRequest = TimeSpan.FromMinutes(5);

    private static readonly MosipOperation ListTransactions = new(
        IdAuthenticationOperations.Service,
        nameof(ListTransactions),
        Sending.Read,
        MosipOperation.Table((
            CommonProblems.ServiceUnavailable, ["IDA-MLC-002", "IDA-MLC-004", "IDA-MLC-009", "IDA-MLC-015", "IDA-MLC-018", "IDA-MLC-022", "IDA-MLC-023"])));

    /// <inheritdoc/>
    public async Task<Outcome<IReadOnlyDictionary<Vid, int>>> CountAsync(
        Uin uin, IReadOnlyCollection<Vid> vids, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (vids.Count == 0)
        {
            return new Dictionary<Vid, int>();
        }

        // A set, since a row slides onto the next page when a new one comes in front.
        var uses = new HashSet<Transaction>();
        for (var page = 1; page <= MostPages; page++)
        {
            var asked = page;
            var outcome = await call.AskAsync(
                ListTransactions, (cookie, attempt) => api.ListAsync(cookie, uin.Reveal(), "UIN", asked, PageSize, attempt), Read, cancellationToken);
            if (!outcome.Try(out var rows, out var problem))
            {
                return problem;
            }

            uses.UnionWith(rows.Where(row => row.IsUse && row.At >= since));
            if (rows.Count < PageSize || rows.Any(row => row.At < since - OldestRequest))
            {
                return Count(vids, uses);
            }
        }

        Log.TooLong(logger, MostPages * PageSize);
        return new Dictionary<Vid, int>();
    }

    private static Dictionary<Vid, int> Count(IReadOnlyCollection<Vid> vids, HashSet<Transaction> uses)
    {
        // A use by a VID that is not named may be a use of any of them.
        if (uses.Any(use => use.Number is null))
        {
            return [];
        }

        var byNumber = uses.CountBy(use => use.Number!, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        return vids.Distinct().ToDictionary(vid => vid, vid => byNumber.GetValueOrDefault(Hash(vid)));
    }

    private static string Hash(Vid vid) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(vid.Reveal())));

    private Outcome<IReadOnlyList<Transaction>> Read(JsonElement response)
    {
        if (response.Items("authTransactions") is not { } items)
        {
            return MosipProblems.Unusable;
        }

        var rows = new List<Transaction>();
        foreach (var item in items)
        {
            if (item.Time("requestdatetime") is not { } at || item.Text("statusCode") is not { } status || item.Text("authtypeCode") is not { } types)
            {
                return MosipProblems.Unusable;
            }

            rows.Add(new Transaction(item.Text("transactionID"), at, types, item.Text("individualId"), IsUse(item, status, types)));
        }

        return rows;
    }

    /// <summary>Whether an organisation proved the person by a VID: not what the platform asked itself, nor what was done by the UIN, nor a code that was only sent.</summary>
    private bool IsUse(JsonElement item, string status, string types) =>
        status is "Y"
        && types.Split(',').Any(type => type.Trim().EndsWith("-AUTH", StringComparison.Ordinal))
        && item.Text("referenceIdType") is not "UIN"
        && !string.Equals(item.Text("entityName"), options.Value.IdAuthenticationClientId, StringComparison.Ordinal);

    private sealed record Transaction(string? Id, DateTimeOffset At, string Types, string? Number, bool IsUse);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A person's history goes on after {Count} rows; uses of VIDs are not counted")]
        public static partial void TooLong(ILogger logger, int count);
    }
}
