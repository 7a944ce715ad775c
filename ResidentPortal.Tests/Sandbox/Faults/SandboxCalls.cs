using System.Collections.Immutable;

namespace ResidentPortal.Sandbox;

/// <summary>A call the platform got: its operation, when, and the status it was answered with (0 while it is open or when it was broken off).</summary>
public sealed record PlatformCall(long Number, string Operation, DateTimeOffset At, int Status);

/// <summary>The calls the platform got: how many of each operation, and the last ones; never their content.</summary>
public sealed class SandboxCalls(TimeProvider time)
{
    private const int Shown = 500;

    private readonly Kept<Content> _content = new(Content.None);

    /// <summary>How many calls of each operation began.</summary>
    public IReadOnlyDictionary<string, int> Counts => _content.Content.Counts;

    /// <summary>The last calls, newest first.</summary>
    public IReadOnlyList<PlatformCall> Last => _content.Content.Last.Reverse();

    /// <summary>How many calls of an operation began.</summary>
    public int Count(string operation) => Counts.GetValueOrDefault(operation);

    /// <summary>Forgets all calls.</summary>
    public void Clear() => _content.Replace(_ => Content.None);

    internal async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<PlatformOperation>() is not { } operation)
        {
            await next(context);
            return;
        }

        // Counted at its beginning: a call that is broken off reached the platform nevertheless.
        var number = Begin(operation.Name);
        await next(context);
        if (!context.RequestAborted.IsCancellationRequested)
        {
            End(number, context.Response.StatusCode);
        }
    }

    private long Begin(string operation) => _content.Change(content =>
    {
        var call = new PlatformCall(content.Next, operation, time.GetUtcNow(), Status: 0);
        var last = content.Last.Count < Shown ? content.Last : content.Last.RemoveAt(0);
        var counts = content.Counts.SetItem(operation, content.Counts.GetValueOrDefault(operation) + 1);
        return (new Content(content.Next + 1, counts, last.Add(call)), call.Number);
    });

    private void End(long number, int status) => _content.Replace(content =>
        content.Last.Find(call => call.Number == number) is { } call
            ? content with { Last = content.Last.Replace(call, call with { Status = status }) }
            : content);

    private sealed record Content(long Next, ImmutableDictionary<string, int> Counts, ImmutableList<PlatformCall> Last)
    {
        internal static readonly Content None = new(1, ImmutableDictionary.Create<string, int>(StringComparer.Ordinal), []);
    }
}
