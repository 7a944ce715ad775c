namespace ResidentPortal.Sessions;

/// <summary>Circuits are for people who are signed in: nobody else can open one, or come back to one after signing out (S-20, S-27).</summary>
internal sealed class CircuitSignIn(RequestDelegate next)
{
    /// <summary>Refuses the request or passes it on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Links.Circuit, StringComparison.OrdinalIgnoreCase) || context.User.Identity?.IsAuthenticated == true)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }
}
