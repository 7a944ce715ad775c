using Microsoft.AspNetCore.Antiforgery;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Security;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Residents;

/// <summary>What the script of the view asks for: whether something changed, and that somebody is there.</summary>
internal static class ViewEndpoints
{
    public static void MapResidentView(this IEndpointRouteBuilder routes)
    {
        // To look is not to be there: only a touch is.
        routes.MapGet(Links.VisitState, (HttpContext context) => KioskState.Of(context)?.View is { } view
            ? Results.Json(new { version = view.Version, step = view.Step.ToString() })
            : Results.Json(new { version = -1, step = nameof(ViewStep.Ended) })).WithMetadata(PageClass.OwnFile);

        routes.MapPost(Links.VisitTouch, async (HttpContext context, IAntiforgery antiforgery, TouchVisit touch) =>
        {
            if (!await antiforgery.IsRequestValidAsync(context))
            {
                return Results.BadRequest();
            }

            await touch.ExecuteAsync(PortalCookies.Read(context, PortalCookies.Visit), context.RequestAborted);
            return Results.NoContent();
        }).WithMetadata(PageClass.OwnFile);
    }
}
