using Microsoft.AspNetCore.Antiforgery;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Sessions;

/// <summary>Ends the sign-in: a plain form's POST, so that it works without script and in every tab.</summary>
internal static class SignOutEndpoint
{
    public static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost(Links.SignOut, async (HttpContext context, IAntiforgery antiforgery, SignOut signOut) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        if (Guid.TryParse(context.User.FindFirst(SessionAuthentication.SessionIdClaim)?.Value, out var id))
        {
            await signOut.ExecuteAsync(id, CancellationToken.None);
        }

        PortalCookies.Delete(context, PortalCookies.Session);
        PortalCookies.Delete(context, PortalCookies.Code);

        // Not "cookies": the language and the known device stay.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.Redirect(Links.SignedOut);
    });
}
