using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ResidentPortal.Oidc;

/// <summary>Takes no token without a signature. The library would take one that comes from the token end point itself, where the standard leaves it free.</summary>
internal sealed class SignedTokens : JsonWebTokenHandler
{
    /// <inheritdoc/>
    public override Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var parameters = validationParameters.Clone();
        parameters.RequireSignedTokens = true;
        return base.ValidateTokenAsync(token, parameters);
    }
}
