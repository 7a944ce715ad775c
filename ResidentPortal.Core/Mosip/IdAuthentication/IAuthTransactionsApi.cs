using Refit;

namespace ResidentPortal.Core.Mosip.IdAuthentication;

/// <summary>MOSIP ID authentication, internal part, as far as it has the history of a person.</summary>
internal interface IAuthTransactionsApi
{
    /// <summary><c>GET /authTransactions/individualId/{id}</c>: the transactions of a person by whichever number, newest first; pages count from 1.</summary>
    [Get("/authTransactions/individualId/{individualId}")]
    Task<HttpResponseMessage> ListAsync(
        [Header("Cookie")] string cookie,
        string individualId,
        [AliasAs("IDType")] string idType,
        int pageStart,
        int pageFetch,
        CancellationToken cancellationToken);
}
