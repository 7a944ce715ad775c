using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ResidentPortal.Oidc;

namespace ResidentPortal.Api.SignIn;

/// <summary>Sends a resident's browser to the provider to sign in for a client of the face.</summary>
internal static class GoToProvider
{
    private const string Parameter = "redirectURI";

    private static readonly Operation Go = new("GET", "/login/v2/{redirectURI}", "mosip.resident.login", Operation.Newer)
    {
        Access = Access.Anyone,
        Summary = "Sends the browser to the OpenID Connect provider; it comes back to /login-redirect, which sets the cookie Authorization and sends it on to the client.",
        Parameters = [new ApiParameter(Parameter, "The address of the client, in base64url; one of Oidc:ReturnAddresses.", "aHR0cHM6Ly9hcHAuZXhhbXBsZS8")],
        Refuses = [ApiErrors.Invalid(Parameter), ApiErrors.ResourceUnavailable],
    };

    public static void Map(IEndpointRouteBuilder api) => api.MapOperation<object>(Go, RunAsync);

    private static async Task<ApiAnswer> RunAsync(ApiCall call)
    {
        var options = call.Get<IOptions<OidcOptions>>().Value;
        if (!options.IsOn)
        {
            return ApiErrors.NoSuchPath(call.Http.Request.Method, call.Http.Request.Path);
        }

        if (ReturnAddress.Read(call.Parameter(Parameter)) is not { } client || !options.MayReturnTo(client))
        {
            return ApiErrors.Invalid(Parameter);
        }

        if (!await ProviderWay.IsOpenAsync(call.Http))
        {
            return ApiErrors.ResourceUnavailable;
        }

        var properties = new AuthenticationProperties();
        properties.Items[ProviderReturn.Client] = client;
        properties.Items[ProviderReturn.ReturnPath] = $"{Links.ApiSignInReturn}/{Uri.EscapeDataString(call.Parameter(Parameter)!)}";
        await call.Http.ChallengeAsync(ProviderHandler.SchemeName, properties);
        return ApiAnswer.Redirect(call.Http.Response.Headers.Location.ToString());
    }
}
