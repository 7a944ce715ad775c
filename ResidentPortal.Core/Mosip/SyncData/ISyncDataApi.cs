using Refit;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>MOSIP sync data.</summary>
internal interface ISyncDataApi
{
    /// <summary><c>GET /latestidschema</c>: the country's ID schema; version 0 stands for the newest.</summary>
    [Get("/latestidschema?schemaVersion=0")]
    Task<HttpResponseMessage> FindSchemaAsync([Header("Cookie")] string cookie, CancellationToken cancellationToken);
}
