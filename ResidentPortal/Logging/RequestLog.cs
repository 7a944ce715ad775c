namespace ResidentPortal.Logging;

/// <summary>One line for each answer, with the route (never the address), the status and the time it took.</summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger, TimeProvider clock)
{
    /// <summary>Runs the rest of the pipeline and notes its answer.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var start = clock.GetTimestamp();
        var route = "none";
        context.Response.OnStarting(() =>
        {
            route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? route;
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            var milliseconds = clock.GetElapsedTime(start).TotalMilliseconds;
            if (context.Response.StatusCode >= StatusCodes.Status500InternalServerError)
            {
                Log.Failed(logger, context.Request.Method, route, context.Response.StatusCode, milliseconds);
            }
            else
            {
                Log.Answered(logger, context.Request.Method, route, context.Response.StatusCode, milliseconds);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
        public static partial void Answered(ILogger logger, string method, string route, int status, double milliseconds);

        [LoggerMessage(LogLevel.Error, "{Method} {Route} answered {Status} in {Milliseconds:0.0} ms")]
        public static partial void Failed(ILogger logger, string method, string route, int status, double milliseconds);
    }
}
