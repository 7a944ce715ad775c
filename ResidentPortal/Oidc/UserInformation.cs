using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ResidentPortal.Core.Identifiers;

namespace ResidentPortal.Oidc;

/// <summary>
/// Fetches the number of the person who signed in. It is taken only from a token that the provider signed, about the person of the id token; where the portal has a
/// key for it, only from one that was encrypted as well.
/// </summary>
internal sealed class UserInformation(IOptions<OidcOptions> options, OidcKeys keys)
{
    private const string TokenType = "application/jwt";

    /// <summary>The UIN or VID, or in one word for the log what is wrong. A provider that cannot be reached is an <see cref="HttpRequestException"/>.</summary>
    public async Task<(IndividualId? Number, string? Fault)> FetchAsync(OpenIdConnectOptions provider, string accessToken, string subject, CancellationToken cancellationToken)
    {
        var configuration = await provider.ConfigurationManager!.GetConfigurationAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, configuration.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await provider.Backchannel.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        if (!string.Equals(response.Content.Headers.ContentType?.MediaType, TokenType, StringComparison.OrdinalIgnoreCase))
        {
            return (null, "userinfo unsigned");
        }

        var token = (await response.Content.ReadAsStringAsync(cancellationToken)).Trim();
        if (keys.Decryption is { } key)
        {
            token = SealedToken.Open(token, key);
        }

        return token is null ? (null, "userinfo encryption") : await JudgeAsync(provider, configuration, token, subject);
    }

    private async Task<(IndividualId? Number, string? Fault)> JudgeAsync(OpenIdConnectOptions provider, OpenIdConnectConfiguration configuration, string token, string subject)
    {
        var judged = await ValidateAsync(configuration, token);
        if (judged.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            // The platform signs this with keys of its own, which change apart from the provider's.
            provider.ConfigurationManager!.RequestRefresh();
            judged = await ValidateAsync(await provider.ConfigurationManager.GetConfigurationAsync(CancellationToken.None), token);
        }

        if (!judged.IsValid || judged.SecurityToken is not JsonWebToken claims)
        {
            return (null, "userinfo signature");
        }

        // The platform names neither itself nor the client, which the standard leaves free: what is named has to be right. Whose it is, the subject says.
        var fault = claims.Issuer is { Length: > 0 } issuer && !string.Equals(issuer, options.Value.Issuer, StringComparison.Ordinal) ? "userinfo iss"
            : claims.Audiences.Any() && !claims.Audiences.Contains(options.Value.ClientId, StringComparer.Ordinal) ? "userinfo aud"
            : !string.Equals(claims.Subject, subject, StringComparison.Ordinal) ? "userinfo sub"
            : null;
        return fault is not null ? (null, fault)
            : claims.TryGetPayloadValue<string>(options.Value.NumberClaim, out var number) && IndividualId.TryParse(number, out var individualId) ? (individualId, null)
            : (null, "userinfo number");
    }

    private Task<TokenValidationResult> ValidateAsync(OpenIdConnectConfiguration configuration, string token) => new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
    {
        IssuerSigningKeys = configuration.SigningKeys,
        ValidAlgorithms = ProviderSetup.Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = false,
        ClockSkew = TimeSpan.FromSeconds(options.Value.SkewSeconds),
        IssuerValidator = (issuer, _, _) => issuer,
        AudienceValidator = (_, _, _) => true,
    });
}
