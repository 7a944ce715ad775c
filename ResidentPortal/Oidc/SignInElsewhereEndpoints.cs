using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ResidentPortal.Security;

namespace ResidentPortal.Oidc;

/// <summary>
/// The way to the provider and back, for people. It is a link and not a form: nothing is changed by it, and a form would need every address on that way in the
/// content policy.
/// </summary>
internal static class SignInElsewhereEndpoints
{
    public static void MapSignInElsewhere(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Links.SignInElsewhere, (HttpContext context, IOptions<OidcOptions> options) => GoAsync(context, options.Value, isShared: false)).WithMetadata(PageClass.OwnFile);
        routes.MapGet(Links.SignInElsewhereShared, (HttpContext context, IOptions<OidcOptions> options) => GoAsync(context, options.Value, isShared: true)).WithMetadata(PageClass.OwnFile);

        // Where the provider is configured, its handler answers before this; else there is nothing.
        routes.MapGet(Links.SignInReturn, () => Results.NotFound()).WithMetadata(PageClass.OwnFile);
    }

    private static async Task<IResult> GoAsync(HttpContext context, OidcOptions options, bool isShared)
    {
        if (!options.IsOn)
        {
            return Results.NotFound();
        }

        var properties = new AuthenticationProperties();
        if (isShared)
        {
            properties.Items[ProviderReturn.Shared] = "true";
        }

        return await ProviderWay.IsOpenAsync(context) ? Results.Challenge(properties, [ProviderHandler.SchemeName]) : Results.LocalRedirect(Links.SignInAfter(ProviderEnd.Unreachable));
    }
}
