using Refit;

namespace ResidentPortal.Core.Mosip.ConfigServer;

/// <summary>The platform's config server, as far as it has the UI specification of sharing. It asks for no token, and is given none.</summary>
internal interface IShareFormApi
{
    /// <summary><c>GET resident-ui-share-credential-schema.json</c>: a plain file, without an envelope.</summary>
    [Get("")]
    Task<HttpResponseMessage> ReadSpecificationAsync(CancellationToken cancellationToken);
}

/// <summary>The same for cards of chosen data.</summary>
internal interface ICardFormApi
{
    /// <summary><c>GET resident-ui-personalized-card-schema.json</c>: a plain file, without an envelope.</summary>
    [Get("")]
    Task<HttpResponseMessage> ReadSpecificationAsync(CancellationToken cancellationToken);
}
