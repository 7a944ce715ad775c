using System.Diagnostics;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using ResidentPortal.Pages.Centres;
using ResidentPortal.Pages.Errors;
using ResidentPortal.Pages.Help;
using ResidentPortal.Pages.Papers;
using ResidentPortal.Pages.SignedOut;
using ResidentPortal.Pages.Welcome;
using ResidentPortal.Security;

namespace ResidentPortal.Pages;

/// <summary>
/// Open pages without a form: components mapped as endpoints, since a routed page would set the form cookie. They are the same for everybody who reads one language.
/// </summary>
internal static class OpenPages
{
    public static void MapOpenPages(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapOpenPage<WelcomePage>(Links.Welcome).WithMetadata(new OpenVariant(WelcomePage.VariantAsync));
        endpoints.MapOpenPage<HelpPage>(Links.Help);
        endpoints.MapOpenPage<SignedOutPage>(Links.SignedOut);
        endpoints.MapOpenPage<SignedOutAwayPage>(Links.SignedOutAway);
        endpoints.MapOpenPage<SignedOutElsewherePage>(Links.SignedOutElsewhere);

        // What the platform tells may change, or be missing for a while: these are drawn anew each time.
        endpoints.MapGet(Links.Papers, () => new RazorComponentResult<PapersPage>()).WithMetadata(PageClass.Open);
        endpoints.MapGet(Links.Centre, (string id) => new RazorComponentResult<CentrePage>(new { Id = id })).WithMetadata(PageClass.Open);
        endpoints.Map(Links.Error, (HttpContext context, int status) =>
        {
            context.Response.Headers.Remove("blazor-enhanced-nav"); // The page that went wrong may have set it; the framework would add it a second time and throw.
            return ErrorPage(status);
        }).WithMetadata(PageClass.Open);
    }

    /// <summary>Maps an open page, kept by language and brand; the browser asks each time whether its copy still fits.</summary>
    public static RouteHandlerBuilder MapOpenPage<TPage>(this IEndpointRouteBuilder endpoints, string path)
        where TPage : IComponent => endpoints
        .MapGet(path, async (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "private, no-cache";
            context.Response.Headers.ETag = await OpenCache.TagAsync(context);
            context.Response.Headers.Append("Vary", "Accept-Encoding, Accept-Language, Cookie");
            return new RazorComponentResult<TPage>();
        })
        .WithMetadata(PageClass.Open)
        .CacheOutput(OpenCache.Name);

    private static RazorComponentResult<FailurePage> ErrorPage(int status)
    {
        var kind = status switch
        {
            StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType => FailureKind.NotUnderstood,
            StatusCodes.Status429TooManyRequests => FailureKind.TooMany,
            StatusCodes.Status502BadGateway or StatusCodes.Status503ServiceUnavailable or StatusCodes.Status504GatewayTimeout => FailureKind.Closed,
            >= 500 and < 600 => FailureKind.Failed,
            _ => FailureKind.NotFound,
        };
        return new RazorComponentResult<FailurePage>(new { Kind = kind, Reference = Reference() }) { StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound };
    }

    // The first letters of the trace id: what is told by telephone is found in the log.
    private static string Reference()
    {
        var trace = Activity.Current?.TraceId.ToHexString().ToUpperInvariant();
        return trace is null ? string.Empty : $"{trace[..4]} {trace[4..8]}";
    }
}
