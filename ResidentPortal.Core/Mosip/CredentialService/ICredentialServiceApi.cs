using Refit;

namespace ResidentPortal.Core.Mosip.CredentialService;

/// <summary>MOSIP credential service, as far as it tells of types. It wants no token there.</summary>
internal interface ICredentialServiceApi
{
    /// <summary><c>GET /types</c>: the file <c>CredentialType.json</c>, in no envelope.</summary>
    [Get("/types")]
    Task<HttpResponseMessage> ListTypesAsync(CancellationToken cancellationToken);
}
