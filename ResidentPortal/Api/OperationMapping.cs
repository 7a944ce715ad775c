using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Api;

/// <summary>Lays an operation on its address: access, body, checks and flow, envelope, in that order for every one.</summary>
internal static partial class OperationMapping
{
    private const string Json = "application/json";
    private const string Pdf = "application/pdf";

    /// <summary>An operation whose body is the ordinary envelope.</summary>
    public static void MapOperation<TRequest, TResponse>(this IEndpointRouteBuilder api, Operation operation, Func<ApiCall<Envelope<TRequest>>, Task<ApiAnswer>> run)
        where TRequest : class =>
        api.Map(operation, async context =>
        {
            var (envelope, fault) = await ReadAsync<Envelope<TRequest>>(context, operation);
            return (envelope, fault) switch
            {
                (null, _) => (fault!, null, null),
                ({ Request: null }, _) when operation.WantsRequest => (ApiErrors.RequestMissing, null, null),
                _ => (await run(new ApiCall<Envelope<TRequest>>(context, operation, envelope)), envelope.Id, envelope.Version),
            };
        }).Accepts<Envelope<TRequest>>(Json).Answers<Reply<TResponse>, TResponse>();

    /// <summary>An operation whose body has no envelope: those that mirror ID authentication.</summary>
    public static void MapFlatOperation<TBody, TResponse>(this IEndpointRouteBuilder api, Operation operation, Func<ApiCall<TBody>, Task<ApiAnswer>> run)
        where TBody : class =>
        api.Map(operation with { IsFlat = true }, async context =>
        {
            var (body, fault) = await ReadAsync<TBody>(context, operation);
            return (body is null ? fault! : await run(new ApiCall<TBody>(context, operation, body)), null, null);
        }).Accepts<TBody>(Json).Answers<TResponse, TResponse>();

    /// <summary>An operation without a body, or one that reads it itself.</summary>
    public static void MapOperation<TResponse>(this IEndpointRouteBuilder api, Operation operation, Func<ApiCall, Task<ApiAnswer>> run) =>
        api.Map(operation, async context => (await run(new ApiCall(context, operation)), null, null)).Answers<Reply<TResponse>, TResponse>();

    // A file is a file, and only its failures are JSON.
    private static RouteHandlerBuilder Answers<TBody, TResponse>(this RouteHandlerBuilder endpoint) => typeof(TResponse) == typeof(byte[])
        ? endpoint.Produces(StatusCodes.Status200OK, contentType: Pdf)
        : typeof(TBody) == typeof(object) ? endpoint
        : endpoint.Produces<TBody>(StatusCodes.Status200OK, Json);

    private static RouteHandlerBuilder Map(this IEndpointRouteBuilder api, Operation operation, Func<HttpContext, Task<(ApiAnswer Answer, string? Id, string? Version)>> run) =>
        api.MapMethods(operation.Pattern, [operation.Method], (Delegate)((HttpContext context) => RunAsync(context, operation, run)))
            .WithMetadata(operation).WithName($"{operation.Method} {operation.Pattern}").WithSummary(operation.Summary).DisableAntiforgery();

    private static async Task RunAsync(HttpContext context, Operation operation, Func<HttpContext, Task<(ApiAnswer Answer, string? Id, string? Version)>> run)
    {
        if (await JudgeAsync(context, operation) is { } refusal)
        {
            await ApiReplies.WriteAsync(context, operation, refusal);
            return;
        }

        var (answer, id, version) = await run(context);
        await ApiReplies.WriteAsync(context, operation, answer, id, version);
    }

    // The network is counted before anybody is recognised, a program once it is.
    private static async Task<ApiAnswer?> JudgeAsync(HttpContext context, Operation operation)
    {
        var limits = context.RequestServices.GetRequiredService<ApiLimits>();
        return !limits.MayCall(context, out var retryAt) ? ((ApiAnswer)ApiErrors.TooMany) with { RetryAt = retryAt }
            : await ApiAccess.JudgeAsync(context, operation) is { } refusal ? refusal
            : operation.Access is Access.Program && !limits.MayCall(ApiAccess.ProgramOf(context), out retryAt) ? ((ApiAnswer)ApiErrors.TooMany) with { RetryAt = retryAt }
            : null;
    }

    /// <summary>The body, or why it cannot be read. Nothing of it is ever logged.</summary>
    internal static async Task<(T? Body, ApiError? Fault)> ReadAsync<T>(HttpContext context, Operation operation)
        where T : class
    {
        if (!context.Request.HasJsonContentType())
        {
            return (null, ApiErrors.BadRequest with { Message = "Content type not supported" });
        }

        var options = context.RequestServices.GetRequiredService<IOptions<ApiOptions>>().Value;
        var largest = Math.Max(operation.LargestBody, options.BodyBytes);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = largest;
        }

        try
        {
            var bytes = TakeWhole(context.Request.BodyReader) ?? await WaitAsync(context, (int)largest, TimeSpan.FromSeconds(options.BodySeconds));
            return ApiJson.Read<T>(bytes.Span) is { } body ? (body, null) : (null, ApiErrors.BadRequest);
        }
        catch (BadHttpRequestException refusal) when (refusal.StatusCode is StatusCodes.Status413PayloadTooLarge)
        {
            return (null, ApiErrors.TooLarge);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or BadHttpRequestException || (unreadable is OperationCanceledException && !context.RequestAborted.IsCancellationRequested))
        {
            return (null, ApiErrors.BadRequest);
        }
    }

    // Most bodies came with their heads: then there is nothing to wait for.
    private static ReadOnlyMemory<byte>? TakeWhole(PipeReader reader)
    {
        if (!reader.TryRead(out var read))
        {
            return null;
        }

        if (!read.IsCompleted)
        {
            reader.AdvanceTo(read.Buffer.Start); // Nothing of it was looked at.
            return null;
        }

        var bytes = read.Buffer.ToArray();
        reader.AdvanceTo(read.Buffer.End);
        return bytes;
    }

    private static async Task<ReadOnlyMemory<byte>> WaitAsync(HttpContext context, int largest, TimeSpan patience)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        limit.CancelAfter(patience);
        var bytes = new MemoryStream(context.Request.ContentLength is { } length and > 0 && length <= largest ? (int)length : 0);
        await context.Request.Body.CopyToAsync(bytes, limit.Token);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
