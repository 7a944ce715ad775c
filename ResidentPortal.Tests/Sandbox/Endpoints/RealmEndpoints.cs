using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The realm's own description and its public keys, by which anybody can judge the tokens of machines.</summary>
internal sealed class RealmEndpoints(SealingCertificate certificate)
{
    private const string Realm = "/auth/realms/mosip";
    private static readonly PlatformOperation Discovery = new("keycloak.discovery", Dialect.Plain, NeedsToken: false);
    private static readonly PlatformOperation Keys = new("keycloak.jwks", Dialect.Plain, NeedsToken: false);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.Map("GET", Realm + "/.well-known/openid-configuration", Discovery, DescribeAsync);
        routes.Map("GET", Realm + "/protocol/openid-connect/certs", Keys, ListKeysAsync);
    }

    private static Task DescribeAsync(HttpContext context)
    {
        var here = $"{context.Request.Scheme}://{context.Request.Host}{Realm}/protocol/openid-connect";
        return Json.WriteAsync(context, new JsonObject
        {
            ["issuer"] = ClientTokens.Issuer,
            ["token_endpoint"] = here + "/token",
            ["jwks_uri"] = here + "/certs",
            ["grant_types_supported"] = new JsonArray("client_credentials"),
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256"),
        });
    }

    private async Task ListKeysAsync(HttpContext context)
    {
        var current = certificate.Current;
        using var key = current.GetRSAPublicKey()!;
        var parameters = key.ExportParameters(includePrivateParameters: false);
        await Json.WriteAsync(context, new JsonObject
        {
            ["keys"] = new JsonArray(new JsonObject
            {
                ["kid"] = current.Thumbprint,
                ["kty"] = "RSA",
                ["alg"] = "RS256",
                ["use"] = "sig",
                ["n"] = Base64Url.EncodeToString(parameters.Modulus),
                ["e"] = Base64Url.EncodeToString(parameters.Exponent),
            }),
        });
    }
}
