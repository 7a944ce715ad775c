using System.Text;

namespace ResidentPortal.Sandbox;

/// <summary>The shared filter of all MOSIP services: the token counts in a cookie only, and its absence is a 401 in the kernel's envelope.</summary>
internal sealed class TokenGate(ClientTokens tokens, SandboxClock clock, bool doublesBody)
{
    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PlatformOperation>() is not { NeedsToken: true })
        {
            await next(context);
            return;
        }

        var cookie = context.Request.Cookies.FirstOrDefault(item => item.Key.Contains("Authorization", StringComparison.Ordinal)).Value;
        if (tokens.Accepts(cookie))
        {
            await next(context);
            return;
        }

        // The 1.3.0 adapter writes the body twice when there is no cookie at all.
        await RefuseAsync(context, clock, "KER-ATH-401", "Authentication Failed", StatusCodes.Status401Unauthorized, cookie is null && doublesBody);
    }

    internal static async Task RefuseAsync(HttpContext context, SandboxClock clock, string code, string text, int status, bool twice = false)
    {
        var body = Envelope.Kernel(clock.WallNow, id: null, version: null, response: null, [Envelope.KernelError(code, text)]).ToJsonString(Json.Options);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(twice ? body + body : body), context.RequestAborted);
    }
}
