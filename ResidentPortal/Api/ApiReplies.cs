using System.Globalization;
using System.Text.Json;

namespace ResidentPortal.Api;

/// <summary>Puts an answer into its envelope, with its headers.</summary>
internal static class ApiReplies
{
    private const string EventHeader = "eventId";

    /// <summary>Writes the answer. A success says the id and the version that were asked with, a failure those of the operation.</summary>
    public static async Task WriteAsync(HttpContext context, Operation operation, ApiAnswer answer, string? id = null, string? version = null)
    {
        var response = context.Response;
        if (operation.TellsEvent)
        {
            response.Headers[EventHeader] = answer.EventId ?? "NA";
        }

        var clock = context.RequestServices.GetRequiredService<TimeProvider>();
        if (answer.RetryAt is { } at)
        {
            response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling((at - clock.GetUtcNow()).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (answer.Errors is [var first, ..])
        {
            response.StatusCode = first.Status;
            await WriteAsync(response, new Reply<object>
            {
                Id = operation.FailureId ?? operation.Id,
                Version = operation.Version,
                ResponseTime = Inputs.Stamp(clock.GetUtcNow()),
                Errors = [.. answer.Errors.Select(error => new ReplyError(error.Code, error.Message))],
            });
        }
        else if (answer.IsEmpty)
        {
            response.ContentLength = 0;
        }
        else if (answer.Location is { } location)
        {
            response.Redirect(location);
        }
        else if (answer.File is { } file)
        {
            response.ContentType = file.Type;
            response.ContentLength = file.Content.Length;
            response.Headers.ContentDisposition = $"attachment; filename=\"{file.Name}\"";
            await response.Body.WriteAsync(file.Content, context.RequestAborted);
        }
        else if (answer.Bare is { } bare)
        {
            await WriteAsync(response, bare);
        }
        else
        {
            await WriteAsync(response, new Reply<object>
            {
                Id = id ?? operation.Id,
                Version = version ?? operation.Version,
                ResponseTime = Inputs.Stamp(clock.GetUtcNow()),
                Response = answer.Response,
                Errors = operation.EmptyErrors ? [] : null,
            });
        }
    }

    /// <summary>A failure of no operation: an unknown path, a wrong method.</summary>
    public static Task WriteAsync(HttpContext context, ApiError error)
    {
        context.Response.StatusCode = error.Status;
        return WriteAsync(context.Response, new Reply<object>
        {
            Id = "mosip.resident",
            Version = Operation.Newer,
            ResponseTime = Inputs.Stamp(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow()),
            Errors = [new ReplyError(error.Code, error.Message)],
        });
    }

    private static async Task WriteAsync(HttpResponse response, object body)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ApiJson.Options);
        response.ContentType = "application/json";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, response.HttpContext.RequestAborted);
    }
}
