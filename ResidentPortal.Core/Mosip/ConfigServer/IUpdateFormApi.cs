using Refit;

namespace ResidentPortal.Core.Mosip.ConfigServer;

/// <summary>The platform's config server, as far as it has the UI specification of updates. It asks for no token, and is given none.</summary>
internal interface IUpdateFormApi
{
    /// <summary><c>GET resident-ui-update-demographics-schema.json</c>: a plain file, without an envelope.</summary>
    [Get("")]
    Task<HttpResponseMessage> ReadSpecificationAsync(CancellationToken cancellationToken);
}
