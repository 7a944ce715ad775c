using System.Globalization;
using System.Security.Claims;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ResidentPortal.Oidc;

/// <summary>
/// Judges what an id token says of the proof itself. That it is the provider's, for the portal and for this browser's request (signature, <c>iss</c>, <c>aud</c>,
/// <c>exp</c>, <c>nonce</c>, <c>at_hash</c>) was judged before by the library.
/// </summary>
internal sealed class IdTokenCheck(IOptions<OidcOptions> options, TimeProvider clock)
{
    /// <summary>What is wrong, in one word for the log; else when the person showed who they are.</summary>
    public string? FaultOf(ClaimsPrincipal principal, out DateTimeOffset provedAt)
    {
        var (now, skew) = (clock.GetUtcNow(), TimeSpan.FromSeconds(options.Value.SkewSeconds));
        provedAt = default;
        if (MomentOf(principal, JwtRegisteredClaimNames.Iat) is not { } issuedAt || issuedAt > now + skew || issuedAt < now - TimeSpan.FromSeconds(options.Value.MaxAgeSeconds) - skew)
        {
            return "iat";
        }

        if (!OidcOptions.Split(options.Value.AcrValues).Contains(principal.FindFirst(JwtRegisteredClaimNames.Acr)?.Value, StringComparer.Ordinal))
        {
            return "acr";
        }

        if (MomentOf(principal, JwtRegisteredClaimNames.AuthTime) is not { } proved || proved > now + skew || proved < now - TimeSpan.FromSeconds(options.Value.MaxAgeSeconds) - skew)
        {
            return "auth_time";
        }

        provedAt = proved;
        return null;
    }

    private static DateTimeOffset? MomentOf(ClaimsPrincipal principal, string claim) =>
        long.TryParse(principal.FindFirst(claim)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < int.MaxValue * 8L
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
