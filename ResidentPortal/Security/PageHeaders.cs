namespace ResidentPortal.Security;

/// <summary>Puts the security headers on every answer, by the class of the page that answers in the end (an error page has its own).</summary>
public sealed class PageHeaders(RequestDelegate next)
{
    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    /// <summary>Runs the rest of the pipeline and dresses its answer.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(static state => Dress((HttpContext)state), context);
        return next(context);
    }

    private static Task Dress(HttpContext context)
    {
        var page = PageClass.Of(context);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = page.ContentPolicy;
        headers["Reporting-Endpoints"] = $"policy=\"{Links.PolicyReports}\"";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = context.GetEndpoint()?.Metadata.GetMetadata<AsksForPositionAttribute>() is null ? Permissions : Permissions.Replace("geolocation=()", "geolocation=(self)", StringComparison.Ordinal);
        if (page.IsPersonal)
        {
            headers.CacheControl = "no-store";
            headers.Pragma = default;
            headers.ETag = default;
        }
        else if (string.IsNullOrEmpty(headers.CacheControl))
        {
            headers.CacheControl = "no-cache";
        }

        return Task.CompletedTask;
    }
}
