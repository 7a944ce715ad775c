using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace ResidentPortal.Sandbox;

/// <summary>Plays the faults that are set for an operation, around an end point that knows nothing of them.</summary>
internal sealed class FaultGate(SandboxFaults faults, PlatformState state, ClientTokens tokens)
{
    private const double LongWait = 30;

    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var operation = context.GetEndpoint()?.Metadata.GetMetadata<PlatformOperation>();
        var order = operation is null ? null : faults.Take(operation.Name);
        if (order is null)
        {
            await next(context);
            return;
        }

        try
        {
            var answer = Instead(context, operation!, order) ?? (() => AroundAsync(context, next, order));
            await answer();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller gave up, which is what the fault was for.
        }
    }

    /// <summary>Faults that answer without the end point.</summary>
    private Func<Task>? Instead(HttpContext context, PlatformOperation operation, FaultOrder order) => order.Fault switch
    {
        FaultNames.Http500 => () => FailAsync(context),
        FaultNames.Http401 => () => TokenGate.RefuseAsync(context, state.Clock, "KER-ATH-401", "Authentication Failed", StatusCodes.Status401Unauthorized),
        FaultNames.Http403 => () => TokenGate.RefuseAsync(context, state.Clock, "KER-ATH-403", "Forbidden", StatusCodes.Status403Forbidden),
        FaultNames.Http429 => () => RefuseForNowAsync(context, order.Seconds ?? 5),
        FaultNames.Html200 => () => GatewayPageAsync(context, StatusCodes.Status200OK),
        FaultNames.Html500 => () => GatewayPageAsync(context, StatusCodes.Status500InternalServerError),
        FaultNames.Empty200 => () => Task.CompletedTask,
        FaultNames.Errors200 => () => Json.WriteAsync(context, Envelope.Of(operation.Dialect, state.Clock.WallNow, Error(order, operation.Dialect))),
        FaultNames.NullResponse => () => Json.WriteAsync(context, Envelope.Of(operation.Dialect, state.Clock.WallNow, fault: null)),
        _ => null,
    };

    /// <summary>Faults that bend what the end point does or answers.</summary>
    private async Task AroundAsync(HttpContext context, RequestDelegate next, FaultOrder order)
    {
        switch (order.Fault)
        {
            case FaultNames.TokenExpired:
                tokens.ExpireAll();
                await next(context);
                return;
            case FaultNames.Skew:
                var skew = TimeSpan.FromSeconds(order.Seconds ?? 90);
                SandboxClock.SkewThisCall(skew);
                context.Response.Headers.Date = state.Clock.WallNow.ToString("R", CultureInfo.InvariantCulture);
                await next(context);
                return;
            case FaultNames.Hang:
                await WaitAsync(context, order.Seconds ?? LongWait);
                await next(context);
                return;
            default:
                await AfterAsync(context, next, order);
                return;
        }
    }

    private async Task AfterAsync(HttpContext context, RequestDelegate next, FaultOrder order)
    {
        var putBack = order.Fault is FaultNames.SuccessThenNothing or FaultNames.IgnoredError ? state.Remember() : null;
        var body = await CaptureAsync(context, next);
        putBack?.Invoke();
        switch (order.Fault)
        {
            case FaultNames.ApplyThen500:
                await FailAsync(context);
                return;
            case FaultNames.ResetAfterSend:
                context.Abort();
                return;
            case FaultNames.SlowDrip:
                await DripAsync(context, body, order.Seconds ?? LongWait);
                return;
            case FaultNames.ApplyThenHang:
                await WaitAsync(context, order.Seconds ?? LongWait);
                break;
            case FaultNames.Duplicate:
                body = [.. body, .. body];
                break;
            case FaultNames.ChangedType:
                body = AnswerBending.ChangeType(body, order.Field);
                break;
            case FaultNames.IgnoredError:
                var dialect = context.GetEndpoint()!.Metadata.GetRequiredMetadata<PlatformOperation>().Dialect;
                body = AnswerBending.AddError(body, Error(order, dialect), dialect);
                break;
        }

        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static async Task<byte[]> CaptureAsync(HttpContext context, RequestDelegate next)
    {
        var outside = context.Response.Body;
        using var inside = new MemoryStream();
        context.Response.Body = inside;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = outside;
        }

        return inside.ToArray();
    }

    private static Task WaitAsync(HttpContext context, double seconds) =>
        Task.Delay(TimeSpan.FromSeconds(seconds), context.RequestAborted);

    private static async Task DripAsync(HttpContext context, byte[] body, double seconds)
    {
        var pause = TimeSpan.FromSeconds(seconds / Math.Max(1, body.Length));
        foreach (var single in body)
        {
            await context.Response.Body.WriteAsync(new[] { single }, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pause, context.RequestAborted);
        }
    }

    private Task FailAsync(HttpContext context) => Json.WriteAsync(
        context,
        new JsonObject
        {
            ["timestamp"] = Envelope.Moment(state.Clock.WallNow),
            ["status"] = 500,
            ["error"] = "Internal Server Error",
            ["path"] = context.Request.Path.Value,
        },
        StatusCodes.Status500InternalServerError);

    private static async Task RefuseForNowAsync(HttpContext context, double seconds)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture);
        context.Response.ContentType = "text/plain; charset=utf-8";
        await context.Response.Body.WriteAsync("local_rate_limited"u8.ToArray(), context.RequestAborted);
    }

    private static async Task GatewayPageAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        const string Page = "<!doctype html><html><head><title>Sign in</title></head><body><h1>Gateway</h1><p>Your session has ended.</p></body></html>";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(Page), context.RequestAborted);
    }

    private static PlatformException Error(FaultOrder order, Dialect dialect) => new(
        order.Code ?? dialect switch
        {
            Dialect.Authentication => "IDA-MLC-007",
            Dialect.Registration => "RPR-RGS-001",
            _ => "IDR-IDC-004",
        },
        "A fault that was set in the sandbox");
}
