namespace ResidentPortal.Security;

/// <summary>
/// Lets only the portal's own pages open and feed a circuit (S-28). The framework accepts any origin: a WebSocket is not held back by the browser's rules,
/// and the cookie goes with it. WebSockets and everything but GET need an equal Origin; a GET without one needs a browser that calls it same-origin or says nothing.
/// </summary>
public sealed partial class CircuitOrigin(RequestDelegate next, ILogger<CircuitOrigin> logger)
{
    /// <summary>Refuses the request or passes it on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Links.Circuit, StringComparison.OrdinalIgnoreCase) || IsOurs(context.Request))
        {
            return next(context);
        }

        Log.Refused(logger);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsOurs(HttpRequest request)
    {
        var origin = request.Headers.Origin;
        var isSocket = request.Headers.Upgrade.Count > 0 || HttpMethods.IsConnect(request.Method);
        if (isSocket && !request.IsHttps && !IsLoopback(request.Host.Host))
        {
            return false; // wss only
        }

        if (origin.Count > 0)
        {
            return origin.Count == 1 && string.Equals(origin[0], $"{request.Scheme}://{request.Host.Value}", StringComparison.OrdinalIgnoreCase);
        }

        return !isSocket && HttpMethods.IsGet(request.Method) && (request.Headers["Sec-Fetch-Site"] is var site && (site.Count == 0 || site == "same-origin"));
    }

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase) || (System.Net.IPAddress.TryParse(host.Trim('[', ']'), out var address) && System.Net.IPAddress.IsLoopback(address));

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A circuit was asked for from another origin, and refused")]
        public static partial void Refused(ILogger logger);
    }
}
