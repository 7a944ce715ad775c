using System.Collections.Concurrent;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace ResidentPortal.Sandbox;

/// <summary>
/// Judges how the client proves itself, as eSignet does: the statement may have no type of its own and may be addressed to the token end point; and it is taken once,
/// so that one that was overheard is of no use.
/// </summary>
internal sealed class OneUseAssertions : IOpenIddictServerHandler<OpenIddictServerEvents.ProcessAuthenticationContext>, IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenContext>
{
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenContext context)
    {
        if (context.TokenValidationParameters.ValidTypes?.Contains(OpenIddictConstants.JsonWebTokenTypes.ClientAuthentication, StringComparer.Ordinal) == true)
        {
            context.DisableAudienceValidation = true; // Below, with the other address it may have.
            context.TokenValidationParameters.TypeValidator = (type, _, _) => type is null or "JWT" or OpenIddictConstants.JsonWebTokenTypes.ClientAuthentication
                ? OpenIddictConstants.JsonWebTokenTypes.ClientAuthentication
                : throw new SecurityTokenInvalidTypeException("It is a token of another kind.");
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public ValueTask HandleAsync(OpenIddictServerEvents.ProcessAuthenticationContext context)
    {
        if (context.ClientAssertionPrincipal is not { } assertion)
        {
            return ValueTask.CompletedTask;
        }

        var here = new[] { $"{context.BaseUri!.AbsoluteUri.TrimEnd('/')}/", context.RequestUri!.AbsoluteUri };
        var audiences = assertion.GetAudiences().Concat(assertion.GetClaims(OpenIddictConstants.Claims.Audience)).ToList();
        if (!audiences.Intersect(here, StringComparer.Ordinal).Any())
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, $"The assertion is for {string.Join(' ', audiences)}, not for {string.Join(' ', here)}.");
        }
        else if (assertion.GetClaim(OpenIddictConstants.Claims.JwtId) is not { } id || !_used.TryAdd(id, true))
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "The assertion was used before, or has no jti.");
        }

        return ValueTask.CompletedTask;
    }
}
