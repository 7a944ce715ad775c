using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Options;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using Refit;

namespace ResidentPortal.Core.Mosip;

/// <summary>
/// Limits around each operation, apart from every other: how many calls at once (bulkhead), a pause after too many failures (breaker), how long a try may
/// take, and for reads a second try. They stand around the whole exchange, body included, so that a slow drip ends in time too. How long a read may take in all is the
/// caller's: <see cref="WireBudget"/>.
/// </summary>
internal sealed class MosipPipelines(IOptions<MosipOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Limits> _limits = new(StringComparer.Ordinal);

    /// <summary>Exchanges within the operation's limits. What the limits refuse is thrown as they throw it.</summary>
    public async Task<WireAnswer> ExecuteAsync(MosipOperation operation, Func<CancellationToken, Task<WireAnswer>> exchange, CancellationToken cancellationToken)
    {
        var limits = _limits.GetOrAdd(operation.ToString(), _ => Build(operation));
        return await limits.Pipeline.ExecuteAsync(
            async token =>
            {
                try
                {
                    return await exchange(token);
                }
                catch (ApiRequestException wrapped) when (wrapped.InnerException is { } cause)
                {
                    // The time limit knows its own cancellation only by its type.
                    ExceptionDispatchInfo.Throw(cause);
                    throw;
                }
            },
            cancellationToken);
    }

    /// <summary>Until when the operation pauses; null where it does not.</summary>
    public DateTimeOffset? PausedUntil(MosipOperation operation) =>
        _limits.TryGetValue(operation.ToString(), out var limits) && limits.PausedUntil is var until && until > clock.GetUtcNow() ? until : null;

    private Limits Build(MosipOperation operation)
    {
        var settings = options.Value;
        var limits = new Limits();
        var builder = new ResiliencePipelineBuilder<WireAnswer> { TimeProvider = clock };
        builder.AddConcurrencyLimiter(settings.MaxConcurrentCalls, settings.MaxConcurrentCalls * 2);
        if (operation.Sending is Sending.Read)
        {
            builder.AddRetry(new RetryStrategyOptions<WireAnswer>
            {
                MaxRetryAttempts = 1,
                Delay = settings.ReadRetryDelay,
                UseJitter = true,
                ShouldHandle = arguments => ValueTask.FromResult(IsUnwell(arguments.Outcome) && arguments.Outcome.Exception is not BrokenCircuitException),
            });
        }

        builder.AddCircuitBreaker(new CircuitBreakerStrategyOptions<WireAnswer>
        {
            FailureRatio = 0.5,
            MinimumThroughput = settings.BreakerMinimumCalls,
            SamplingDuration = settings.BreakerWindow,
            BreakDuration = settings.BreakerPause,
            ShouldHandle = arguments => ValueTask.FromResult(IsUnwell(arguments.Outcome)),
            OnOpened = arguments =>
            {
                limits.PausedUntil = clock.GetUtcNow() + arguments.BreakDuration;
                return ValueTask.CompletedTask;
            },
        });
        builder.AddTimeout(operation.Sending is Sending.Read ? settings.ReadTimeout : settings.WriteTimeout);
        limits.Pipeline = builder.Build();
        return limits;
    }

    // A cancellation that reaches the strategies is either the caller's or the budget's, never the service's fault; a connection that took too long is.
    private static bool IsUnwell(Outcome<WireAnswer> outcome) => outcome.Exception switch
    {
        null => outcome.Result!.IsUnwell,
        OperationCanceledException { InnerException: not TimeoutException } => false,
        _ => true,
    };

    private sealed class Limits
    {
        private long _pausedUntil;

        public ResiliencePipeline<WireAnswer> Pipeline { get; set; } = ResiliencePipeline<WireAnswer>.Empty;

        public DateTimeOffset PausedUntil
        {
            get => new(Interlocked.Read(ref _pausedUntil), TimeSpan.Zero);
            set => Interlocked.Exchange(ref _pausedUntil, value.UtcTicks);
        }
    }
}
