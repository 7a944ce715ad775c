using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ResidentPortal.Security;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>Ends a duty, by a plain form's POST as for residents, and leads to the account service and back.</summary>
internal static class OperatorEndpoints
{
    public static void MapOperators(this IEndpointRouteBuilder routes)
    {
        routes.MapSignOut();
        routes.MapGet(Links.KioskIam, (IOptions<OperatorIamOptions> options) => Go(options.Value, isBack: false)).WithMetadata(PageClass.OwnFile);
        routes.MapGet(Links.KioskIamBack, (IOptions<OperatorIamOptions> options) => Go(options.Value, isBack: true)).WithMetadata(PageClass.OwnFile);

        // Where there is an account service, its handler answers before this; else there is nothing.
        routes.MapGet(Links.KioskIamReturn, () => Results.NotFound()).WithMetadata(PageClass.OwnFile);
    }

    private static IResult Go(OperatorIamOptions options, bool isBack)
    {
        var properties = new AuthenticationProperties();
        if (isBack)
        {
            properties.Items[IamReturn.Back] = "true";
        }

        return options.IsOn ? Results.Challenge(properties, [IamSetup.SchemeName]) : Results.NotFound();
    }

    private static void MapSignOut(this IEndpointRouteBuilder routes) => routes.MapPost(Links.KioskSignOut, async (HttpContext context, IAntiforgery antiforgery, DutyDoor door) =>
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return Results.BadRequest();
        }

        await door.EndAsync(context);
        return Results.Redirect(Links.KioskSignIn);
    }).WithMetadata(PageClass.OwnFile);
}
