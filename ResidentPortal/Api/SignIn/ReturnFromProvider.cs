using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ResidentPortal.Oidc;

namespace ResidentPortal.Api.SignIn;

/// <summary>Takes a resident's browser back from the provider, and sends it on to the client it set out from.</summary>
internal static class ReturnFromProvider
{
    private static readonly Operation Return = new("GET", "/login-redirect/{redirectURI}", "mosip.resident.login", Operation.Newer)
    {
        Access = Access.Anyone,
        Summary = "Takes the answer of the OpenID Connect provider, sets the cookie Authorization (HttpOnly, SameSite=Lax, Secure) and sends the browser on to the client.",
        Parameters =
        [
            new ApiParameter("redirectURI", "The address of the client, in base64url, as it was given to /login/v2.", "aHR0cHM6Ly9hcHAuZXhhbXBsZS8"),
            new ApiParameter("code", "The code of the provider.", "qX3…"),
            new ApiParameter("state", "What the browser was sent there with.", "CfDJ8…"),
        ],
        Refuses = [ApiErrors.NotAuthenticated],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<object>(Return, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        // The face has no pipeline of schemes: the one that knows the provider is asked here.
        if (!call.Get<IOptions<OidcOptions>>().Value.IsOn
            || await call.Get<IAuthenticationHandlerProvider>().GetHandlerAsync(call.Http, ProviderHandler.SchemeName) is not IAuthenticationRequestHandler handler)
        {
            return ApiErrors.NoSuchPath(call.Http.Request.Method, Links.ApiSignInReturn);
        }

        await handler.HandleRequestAsync();
        return call.Http.Response.Headers.Location is [{ Length: > 0 } client] ? ApiAnswer.Redirect(client) : ApiErrors.NotAuthenticated;
    }
}
