using Refit;

namespace ResidentPortal.Core.Mosip.ConfigServer;

/// <summary>The platform's config server, as far as it has the names of the attributes of an identity. It asks for no token, and is given none.</summary>
internal interface IIdentityMappingApi
{
    /// <summary><c>GET identity-mapping.json</c>: a plain file, without an envelope.</summary>
    [Get("")]
    Task<HttpResponseMessage> ReadMappingAsync(CancellationToken cancellationToken);
}
