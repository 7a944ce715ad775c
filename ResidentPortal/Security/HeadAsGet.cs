namespace ResidentPortal.Security;

/// <summary>Answers HEAD as GET is answered, without the body: routes of pages know only GET and POST.</summary>
public sealed class HeadAsGet(RequestDelegate next)
{
    /// <summary>Runs the rest of the pipeline as for GET.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        var body = context.Response.Body;
        try
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
            context.Response.Body = body;
        }
    }
}
