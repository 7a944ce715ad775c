using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;
using ResidentPortal.Core.Kiosks;
using ResidentPortal.Core.Kiosks.Visits;
using ResidentPortal.Security;
using ResidentPortal.Sessions;

namespace ResidentPortal.Kiosk.Frame;

/// <summary>
/// Judges every request by where it stands at a kiosk: which side of the desk it is, and whether that side has the page. Off, the addresses of assisted mode do not
/// exist. An act that was prepared at the desk and wants a code is put before the resident in the same press.
/// </summary>
internal sealed class KioskGate(RequestDelegate next, IOptions<KioskOptions> options)
{
    private const string Confirm = "/confirm";

    /// <summary>Passes the request on, or leads it to where it belongs.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (!options.Value.Enabled)
        {
            if (KioskPaths.IsDesk(path) || KioskPaths.IsView(path))
            {
                context.SetEndpoint(endpoint: null);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            await next(context);
            return;
        }

        // A page of an error keeps the state of the request that went wrong.
        if (IsForEverybody(context) || KioskState.Of(context) is not null || await context.RequestServices.GetRequiredService<KioskLook>().FindAsync(context) is not { } state)
        {
            await next(context);
            return;
        }

        context.Features.Set(state);
        if (KioskPaths.Instead(state, path) is { } goal)
        {
            Lead(context, goal);
            return;
        }

        if (state is { Side: KioskSide.Desk, Duty: { } duty } && HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.OnStarting(() => PutAsync(context, duty.Id));
        }

        await next(context);
    }

    private static async Task PutAsync(HttpContext context, Guid duty)
    {
        if (EventOf(context) is { } eventId)
        {
            await context.RequestServices.GetRequiredService<PutBeforeResident>().ExecuteAsync(duty, eventId, CancellationToken.None);
            context.Response.Headers.Location = Links.DeskVisit;
        }
    }

    // Style sheets, drawings, the choice of a language, reports of browsers: the same for all. An error that is drawn in place of a page is of that page.
    private static bool IsForEverybody(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerPathFeature>() is not null
        || KioskPaths.Is(context.Request.Path, Links.PolicyReports)
        || (HttpMethods.IsGet(context.Request.Method) && !KioskPaths.IsDesk(context.Request.Path) && !KioskPaths.IsView(context.Request.Path)
            && PageClass.Of(context.GetEndpoint()) is { IsPage: false, IsPersonal: false } && context.GetEndpoint() is not null && !context.Request.Path.StartsWithSegments(Links.Circuit, StringComparison.OrdinalIgnoreCase));

    private static void Lead(HttpContext context, string goal)
    {
        if (KioskPaths.Is(context.Request.Path, Links.DeskVisitState))
        {
            // A script asks: its page is loaded anew, and led then.
            context.SetEndpoint(endpoint: null);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        context.SetEndpoint(endpoint: null);
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = goal;
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
    }

    // A press at the desk whose answer leads to the page for a code.
    private static string? EventOf(HttpContext context)
    {
        var response = context.Response;
        if (response.StatusCode is not (StatusCodes.Status302Found or StatusCodes.Status303SeeOther) || response.Headers.Location.ToString() is not { Length: > 0 } location)
        {
            return null;
        }

        var path = Uri.TryCreate(location, UriKind.Absolute, out var whole) && whole.Scheme.StartsWith("http", StringComparison.Ordinal) ? whole.AbsolutePath : location;
        return new PathString(path.Split('?')[0]).StartsWithSegments(Confirm, StringComparison.OrdinalIgnoreCase, out var rest) && rest.Value is { Length: > 1 } id ? Uri.UnescapeDataString(id[1..]) : null;
    }
}
