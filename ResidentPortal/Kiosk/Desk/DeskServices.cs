using ResidentPortal.Kiosk.Frame;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Desk;

/// <summary>Registers the desk, and maps what it answers beside its pages.</summary>
internal static class DeskServices
{
    public static void AddDesk(this IServiceCollection services)
    {
        services.AddScoped<KioskLook>();
        services.AddSingleton<QueueTickets>();
    }

    /// <summary>What the desk's page asks every other second: only whether something changed, and nothing of the resident.</summary>
    public static void MapDesk(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Links.DeskVisitState, (HttpContext context) =>
    {
        context.Response.Headers.CacheControl = "no-store";
        return KioskState.Of(context) is { Visit: { } visit } ? Results.Json(new { version = visit.Version }) : Results.StatusCode(StatusCodes.Status401Unauthorized);
    }).WithMetadata(Security.PageClass.OwnFile);
}
