using Refit;

namespace ResidentPortal.Core.Mosip.SyncData;

/// <summary>MOSIP sync data.</summary>
internal interface ISyncDataApi
{
    /// <summary><c>GET /latestidschema</c>: the country's ID schema that is in force.</summary>
    [Get("/latestidschema")]
    Task<HttpResponseMessage> ReadSchemaAsync([Header("Cookie")] string cookie, CancellationToken cancellationToken);
}
