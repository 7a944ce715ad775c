using Refit;

namespace ResidentPortal.Core.Mosip.DataShare;

/// <summary>MOSIP data share, where partners leave files. Whoever has the address gets the file, without a token.</summary>
internal interface IDataShareApi
{
    /// <summary><c>GET /get/{policyId}/{partnerId}/{key}</c>: the file as it was left.</summary>
    [Get("/{**path}")]
    Task<HttpResponseMessage> FetchAsync(string path, CancellationToken cancellationToken);
}
