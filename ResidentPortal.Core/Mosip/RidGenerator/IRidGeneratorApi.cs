using Refit;

namespace ResidentPortal.Core.Mosip.RidGenerator;

/// <summary>MOSIP RID generator.</summary>
internal interface IRidGeneratorApi
{
    /// <summary><c>GET /generate/rid/{centerid}/{machineid}</c>: a new RID of a machine.</summary>
    [Get("/generate/rid/{centreId}/{machineId}")]
    Task<HttpResponseMessage> GenerateAsync([Header("Cookie")] string cookie, string centreId, string machineId, CancellationToken cancellationToken);
}
