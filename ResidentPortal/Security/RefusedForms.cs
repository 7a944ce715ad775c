using Microsoft.AspNetCore.Diagnostics;

namespace ResidentPortal.Security;

/// <summary>
/// Gives people words where a form is refused: Razor answers 400 with an empty page where the token has run out, and also where the page led on before it looked for the
/// form – as it does at a second press, when there is nothing left to send. That press is led on too.
/// </summary>
public sealed class RefusedForms(RequestDelegate next)
{
    /// <summary>Runs the rest of the pipeline, and mends what a refused form is answered with.</summary>
    public async Task InvokeAsync(HttpContext context)
    {
        var method = context.Request.Method;
        try
        {
            // The form is not on the page of the error, which is therefore drawn as for GET.
            context.Request.Method = context.Features.Get<IStatusCodeReExecuteFeature>() is null ? method : HttpMethods.Get;
            await next(context);
        }
        finally
        {
            context.Request.Method = method;
        }

        var response = context.Response;
        if (response is { HasStarted: false, StatusCode: StatusCodes.Status400BadRequest })
        {
            response.StatusCode = string.IsNullOrEmpty(response.Headers.Location) ? response.StatusCode : StatusCodes.Status302Found;
            response.ContentType = null;
        }
    }
}
