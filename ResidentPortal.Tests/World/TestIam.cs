using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Tests.World;

/// <summary>An account service of the staff's, as far as an authorization code with PKCE needs one. Who signs in there, and how, is said by the test.</summary>
internal sealed class TestIam : IAsyncDisposable
{
    public const string Secret = "tests-only-secret";

    private readonly RSA _key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string Challenge, string Redirect, Dictionary<string, object> Claims)> _codes = new(StringComparer.Ordinal);
    private readonly WebApplication _application;

    private TestIam(WebApplication application) => _application = application;

    public string Authority { get; private set; } = string.Empty;

    public (string Key, string Value)[] Settings =>
        [("Kiosks:Enabled", "true"), ("Kiosks:Iam:Authority", Authority), ("Kiosks:Iam:ClientId", "kiosk"), ("Kiosks:Iam:ClientSecret", Secret)];

    public static async Task<TestIam> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var iam = new TestIam(builder.Build());
        iam.Map();
        await iam._application.StartAsync();
        iam.Authority = iam._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return iam;
    }

    /// <summary>What Keycloak would say of an operator who proved two factors just now.</summary>
    public static Dictionary<string, object> Operator(string role = "KIOSK_OPERATOR") => new(StringComparer.Ordinal)
    {
        ["sub"] = "6f1c7a0e", ["acr"] = "mfa", ["auth_time"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), ["name"] = "Ada Tessema", ["operator_number"] = "K204", ["centre_code"] = OperatorSteps.Centre,
        ["working_hours"] = "0123456 00:01-00:00", ["uin"] = OperatorSteps.OwnUin, ["realm_access"] = new Dictionary<string, object> { ["roles"] = new[] { "offline_access", role } },
    };

    /// <summary>Signs somebody in there; the answer is the path at the portal that the browser is sent to.</summary>
    public string Prove(string address, Dictionary<string, object> claims)
    {
        var query = QueryHelpers.ParseQuery(new Uri(address).Query);
        var code = Guid.NewGuid().ToString("N");
        claims["nonce"] = query["nonce"].ToString();
        _codes[code] = (query["code_challenge"].ToString(), query["redirect_uri"].ToString(), claims);
        return QueryHelpers.AddQueryString(new Uri(query["redirect_uri"].ToString()).AbsolutePath, new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"].ToString() });
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _key.Dispose();
    }

    private void Map()
    {
        var key = new RsaSecurityKey(_key) { KeyId = "1" };
        _application.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = Authority, authorization_endpoint = $"{Authority}/authorize", token_endpoint = $"{Authority}/token", jwks_uri = $"{Authority}/jwks",
            response_types_supported = new[] { "code" }, id_token_signing_alg_values_supported = new[] { "RS256" }, code_challenge_methods_supported = new[] { "S256" },
        }));
        _application.MapGet("/jwks", () =>
        {
            var parameters = _key.ExportParameters(includePrivateParameters: false);
            return Results.Json(new { keys = new[] { new { kty = "RSA", kid = "1", use = "sig", alg = "RS256", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) } } });
        });
        _application.MapPost("/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            if (!_codes.TryRemove(form["code"].ToString(), out var asked) || !string.Equals(form["client_secret"], Secret, StringComparison.Ordinal) || !string.Equals(form["redirect_uri"], asked.Redirect, StringComparison.Ordinal)
                || !string.Equals(Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))), asked.Challenge, StringComparison.Ordinal))
            {
                return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
            }

            var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
            {
                Issuer = Authority, Audience = "kiosk", Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(5), Claims = asked.Claims, SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
            });
            return Results.Json(new { access_token = "none", token_type = "Bearer", expires_in = 300, id_token = token });
        });
    }
}
