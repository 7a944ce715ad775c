using Microsoft.Extensions.Options;
using ResidentPortal.Logging;

namespace ResidentPortal.Api;

/// <summary>The order in which a call of the face is looked at. It shares nothing with the pages: no cookies of theirs, no forms, no languages.</summary>
internal static partial class ApiPipeline
{
    /// <summary>Where the face begins.</summary>
    public const string Root = "/resident/v1";

    /// <summary>Sends what came in by the face's own listener there, and to nothing else.</summary>
    public static void UseApi(this WebApplication app)
    {
        if (app.Services.GetRequiredService<IOptions<ApiOptions>>().Value.Address is null)
        {
            return;
        }

        var branch = new ApplicationBuilder(app.Services); // Not a branch of the app, which would share its routes.
        branch.UseMiddleware<RequestLog>();
        branch.Use(GuardAsync);
        branch.UseRouting();
        branch.Use(FindAsync);
        branch.UseEndpoints(endpoints => endpoints.MapGroup(Root).MapOperations());
        var face = branch.Build();
        app.Use(next => context => ApiListener.Brought(context) ? face(context) : next(context));
    }

    // Nothing that was not foreseen says more than that it was not.
    private static async Task GuardAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        try
        {
            await next(context);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller is gone.
        }
        catch (Exception unforeseen) when (!context.Response.HasStarted)
        {
            Log.Unforeseen(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ApiPipeline)), unforeseen.GetType().Name, unforeseen.StackTrace);
            context.Response.Clear();
            await ApiReplies.WriteAsync(context, ApiErrors.BadRequest);
        }
    }

    private static async Task FindAsync(HttpContext context, RequestDelegate next)
    {
        var (method, path) = (context.Request.Method, context.Request.Path.ToString());
        if (context.GetEndpoint() is null)
        {
            await ApiReplies.WriteAsync(context, ApiErrors.NoSuchPath(method, path[..Math.Min(path.Length, 200)]));
            return;
        }

        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status405MethodNotAllowed or StatusCodes.Status415UnsupportedMediaType })
        {
            var message = context.Response.StatusCode is StatusCodes.Status405MethodNotAllowed ? $"Request method '{method}' not supported" : "Content type not supported";
            context.Response.Clear();
            context.Response.Headers.CacheControl = "no-store";
            await ApiReplies.WriteAsync(context, ApiErrors.BadRequest with { Message = message });
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A call of the face ended with {Kind} at {Stack}")]
        public static partial void Unforeseen(ILogger logger, string kind, string? stack);
    }
}
