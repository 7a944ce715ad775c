using System.Text.Json.Serialization;
using Refit;

namespace ResidentPortal.Core.Mosip.AuthManager;

/// <summary>MOSIP auth manager.</summary>
internal interface IAuthManagerApi
{
    /// <summary><c>POST /authenticate/clientidsecretkey</c>: a client token, in the header of the answer.</summary>
    [Post("/authenticate/clientidsecretkey")]
    Task<HttpResponseMessage> AuthenticateAsync([Body] KernelRequest<ClientSecretBody> body, CancellationToken cancellationToken);
}

/// <summary>The token endpoint of the OpenID Connect provider behind the platform.</summary>
internal interface IOpenIdTokenApi
{
    /// <summary>A client token by client credentials.</summary>
    [Post("")]
    Task<HttpResponseMessage> TokenAsync([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form, CancellationToken cancellationToken);
}

/// <summary>Who asks for a client token.</summary>
/// <param name="AppId">The application, which decides the realm.</param>
/// <param name="ClientId">The client.</param>
/// <param name="SecretKey">Its secret.</param>
internal sealed record ClientSecretBody(
    [property: JsonPropertyName("appId")] string AppId,
    [property: JsonPropertyName("clientId")] string ClientId,
    [property: JsonPropertyName("secretKey")] string SecretKey)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => nameof(ClientSecretBody);
}
