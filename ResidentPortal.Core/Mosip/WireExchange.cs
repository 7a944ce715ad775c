using System.Buffers;
using Microsoft.Extensions.Options;
using Polly.CircuitBreaker;
using Polly.RateLimiting;
using Polly.Timeout;

namespace ResidentPortal.Core.Mosip;

/// <summary>Sends one request and reads what comes back, up to a size; whatever goes wrong on the way becomes an answer too.</summary>
internal sealed class WireExchange(MosipPipelines pipelines, PlatformClock platformClock, IOptions<MosipOptions> options, TimeProvider clock)
{
    private const int FirstChunk = 16 * 1024;

    /// <summary>The answer to a request, within the operation's budget. Throws only where the caller has given up.</summary>
    public async Task<WireAnswer> RunAsync(MosipOperation operation, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var budget = BudgetOf(operation, cancellationToken);
        try
        {
            return await RunWithinAsync(operation, send, budget.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return WireAnswer.Lost("time over");
        }
    }

    /// <summary>How long all of an operation may take, until the caller gives up.</summary>
    public WireBudget BudgetOf(MosipOperation operation, CancellationToken cancellationToken) =>
        new(operation.Sending is Sending.Read ? options.Value.ReadBudget : null, clock, cancellationToken);

    /// <summary>The answer to a request. Throws only where the budget is over, or the caller has given up.</summary>
    public async Task<WireAnswer> RunWithinAsync(MosipOperation operation, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        WireAnswer answer;
        try
        {
            answer = await pipelines.ExecuteAsync(operation, token => OnceAsync(operation, send, token), cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return WireAnswer.NotSent("paused after failures", pipelines.PausedUntil(operation));
        }
        catch (RateLimiterRejectedException)
        {
            return WireAnswer.NotSent("too many at once");
        }
        catch (TimeoutRejectedException)
        {
            return WireAnswer.Lost("time over");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException)
        {
            // How the HTTP handler reports that no connection came about in time.
            return WireAnswer.NotSent("no connection in time");
        }
        catch (HttpRequestException e) when (e.HttpRequestError
            is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return WireAnswer.NotSent(e.HttpRequestError.ToString());
        }
        catch (HttpRequestException e)
        {
            return WireAnswer.Lost(e.HttpRequestError.ToString());
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return WireAnswer.Lost("connection lost");
        }

        if (answer.PlatformTime is { } time)
        {
            platformClock.Observe(operation.Service, time);
        }

        return answer;
    }

    private async Task<WireAnswer> OnceAsync(MosipOperation operation, Func<CancellationToken, Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        using var response = await send(cancellationToken);
        var body = await BodyAsync(response.Content, operation.MaxResponseBytes ?? options.Value.MaxResponseBytes, cancellationToken);
        return operation.IsFile ? WireAnswer.OfFile(response, body, clock.GetUtcNow()) : WireAnswer.Of(response, body, clock.GetUtcNow(), operation.IsEnveloped);
    }

    /// <summary>The body, or null where it is larger than allowed.</summary>
    private static async Task<byte[]?> BodyAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }

        // An answer may hold a file of megabytes: what it grows through is borrowed.
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var body = ArrayPool<byte>.Shared.Rent((int)Math.Min(content.Headers.ContentLength ?? FirstChunk, limit) + 1);
        try
        {
            var length = 0;
            int read;
            while ((read = await stream.ReadAsync(body.AsMemory(length), cancellationToken)) > 0)
            {
                length += read;
                if (length > limit)
                {
                    return null;
                }

                if (length == body.Length)
                {
                    body = Grown(body);
                }
            }

            return body[..length];
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body, clearArray: true);
        }
    }

    private static byte[] Grown(byte[] body)
    {
        var larger = ArrayPool<byte>.Shared.Rent(body.Length * 2);
        body.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(body, clearArray: true);
        return larger;
    }
}
