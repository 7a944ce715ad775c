using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>Reads ID authentication's history of a person. Its rows name the number that was used by a hash: SHA-256 in upper-case hexadecimal.</summary>
internal sealed class AuthTransactions(MosipCall call, IAuthTransactionsApi api, IOptions<MosipOptions> options)
{
    // Each row may carry two signatures with their certificates.
    private const int LargestAnswer = 16 * 1024 * 1024;

    private static readonly MosipOperation ListTransactions = new(
        IdAuthenticationOperations.Service,
        nameof(ListTransactions),
        Sending.Read,
        MosipOperation.Table((
            CommonProblems.ServiceUnavailable, ["IDA-MLC-002", "IDA-MLC-004", "IDA-MLC-009", "IDA-MLC-015", "IDA-MLC-018", "IDA-MLC-022", "IDA-MLC-023"])))
    {
        MaxResponseBytes = LargestAnswer,
    };

    /// <summary>A page of rows, newest first; pages count from 1.</summary>
    public Task<Outcome<IReadOnlyList<AuthTransaction>>> ListAsync(Uin uin, int page, int size, CancellationToken cancellationToken) => call.AskAsync(
        ListTransactions, (cookie, attempt) => api.ListAsync(cookie, uin.Reveal(), "UIN", page, size, attempt), Read, cancellationToken);

    /// <summary>How rows name a VID.</summary>
    public static string Hash(Vid vid) => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(vid.Reveal())));

    private Outcome<IReadOnlyList<AuthTransaction>> Read(JsonElement response)
    {
        if (response.Items("authTransactions") is not { } items)
        {
            return MosipProblems.Unusable;
        }

        var rows = new List<AuthTransaction>(items.Count);
        foreach (var item in items)
        {
            if (item.Time("requestdatetime") is not { } at || item.Text("statusCode") is not { } status || item.Text("authtypeCode") is not { } types)
            {
                return MosipProblems.Unusable;
            }

            var entity = item.Text("entityName");
            rows.Add(new AuthTransaction(item.Text("transactionID"), at, types, status is "Y", item.Text("individualId"))
            {
                Comment = item.Text("statusComment"),
                IsByUin = item.Text("referenceIdType") is "UIN",
                Entity = entity,
                IsOwn = string.Equals(entity, options.Value.IdAuthenticationClientId, StringComparison.Ordinal),
            });
        }

        return rows;
    }
}

/// <summary>A row of the history.</summary>
/// <param name="Id">The number of the transaction.</param>
/// <param name="At">The time that the request stated.</param>
/// <param name="Types">The codes of what was done, with commas.</param>
/// <param name="Succeeded">Whether it succeeded.</param>
/// <param name="Number">The hash of the number that was used; null where the platform does not tell.</param>
internal sealed record AuthTransaction(string? Id, DateTimeOffset At, string Types, bool Succeeded, string? Number)
{
    /// <summary>The platform's remark.</summary>
    public string? Comment { get; init; }

    /// <summary>Whether the UIN was used.</summary>
    public bool IsByUin { get; init; }

    /// <summary>Who asked.</summary>
    public string? Entity { get; init; }

    /// <summary>Whether it was the platform itself, or this portal through it.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The codes one by one.</summary>
    public IEnumerable<string> Codes => Types.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
