using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>The client tokens in circulation: signed like Keycloak's, judged by the platform's clock so that they can be aged.</summary>
public sealed class ClientTokens(SandboxClock clock, SealingCertificate certificate)
{
    /// <summary>How long a token lives.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly Kept<ImmutableDictionary<string, DateTimeOffset>> _tokens =
        new(ImmutableDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal));

    /// <summary>Who issues the tokens: the realm's public address, whatever address it was asked at.</summary>
    public const string Issuer = "http://keycloak.sandbox/auth/realms/mosip";

    /// <summary>Issues a token to a client; a test may have it say something else.</summary>
    public string Issue(string clientId, Action<JsonObject>? bend = null)
    {
        var now = clock.WallNow;
        var claims = new JsonObject
        {
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
            ["iat"] = now.ToUnixTimeSeconds(),
            ["jti"] = Guid.NewGuid().ToString(),
            ["iss"] = Issuer,
            ["aud"] = "account",
            ["sub"] = "service-account",
            ["typ"] = "Bearer",
            ["azp"] = clientId,
            ["realm_access"] = new JsonObject { ["roles"] = new JsonArray("RESIDENT", "offline_access", "uma_authorization") },
            ["scope"] = "individual_id ida_token email profile",
            ["preferred_username"] = "service-account-" + clientId,
        };
        bend?.Invoke(claims);
        var text = Part(new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = certificate.Current.Thumbprint }) + "." + Part(claims);
        var token = text + "." + Base64Url.EncodeToString(certificate.Sign(Encoding.ASCII.GetBytes(text)));
        _tokens.Replace(tokens => tokens.SetItem(token, clock.Now + Lifetime));
        return token;
    }

    /// <summary>Whether a token was issued here and still holds.</summary>
    public bool Accepts(string? token) => token is not null
        && _tokens.Content.TryGetValue(token, out var end) && clock.Now < end;

    /// <summary>Ends all tokens issued so far.</summary>
    public void ExpireAll() => _tokens.Replace(tokens => tokens.Clear());

    private static string Part(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
