using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Oidc;

/// <summary>How the client proves itself to the provider (<c>private_key_jwt</c>, RFC 7523): a statement that holds for a minute and for one use.</summary>
internal sealed class ClientAssertion(IOptions<OidcOptions> options, OidcKeys keys, TimeProvider clock)
{
    /// <summary>What the provider calls this kind of proof.</summary>
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    /// <summary>A new statement.</summary>
    public string Make(string tokenEndpoint)
    {
        var (now, client) = (clock.GetUtcNow().UtcDateTime, options.Value.ClientId!);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            TokenType = options.Value.Audience is AssertionAudience.Issuer ? "client-authentication+jwt" : "JWT",
            Issuer = client,
            Audience = options.Value.Audience is AssertionAudience.Issuer ? options.Value.Issuer : tokenEndpoint,
            Subject = new ClaimsIdentity([new Claim(JwtRegisteredClaimNames.Sub, client), new Claim(JwtRegisteredClaimNames.Jti, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)))]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Life,
            SigningCredentials = keys.Client,
        });
    }
}
