using System.Collections.Concurrent;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Sessions;

namespace ResidentPortal.Sessions;

/// <summary>
/// Sees to it that no open page outlives its sign-in: asks again and again, in one question for all circuits of this server, which sign-ins are over, and tells
/// their pages at the second look. By then the tab that was used to sign out has left by itself; within three seconds all others leave.
/// </summary>
internal sealed partial class SessionWatch(FindEndedSessions find, TimeProvider clock, ILogger<SessionWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1.5);
    private HashSet<Guid> _over = [];
    private readonly ConcurrentDictionary<CircuitSession, Guid> _open = new();

    /// <summary>How many circuits a sign-in has open.</summary>
    public int Count(Guid sessionId) => _open.Values.Count(id => id == sessionId);

    /// <summary>Watches a circuit.</summary>
    public void Add(CircuitSession circuit, Guid sessionId) => _open[circuit] = sessionId;

    /// <summary>Watches it no more.</summary>
    public void Remove(CircuitSession circuit) => _open.TryRemove(circuit, out _);

    /// <summary>Looks once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        var ids = _open.Values.ToHashSet();
        if (ids.Count == 0)
        {
            return;
        }

        var ended = await find.ExecuteAsync(ids, cancellationToken);
        var before = _over;
        _over = [.. ended.Value.Keys];
        foreach (var (circuit, id) in _open)
        {
            if (before.Contains(id) && ended.Value.TryGetValue(id, out var problem))
            {
                await circuit.EndAsync(problem);
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                Log.CannotLook(logger, fault);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Cannot look which sign-ins are over; the next look is soon")]
        public static partial void CannotLook(ILogger logger, Exception fault);
    }
}

/// <summary>The sign-in of one circuit, and the way to tell its page that it is over.</summary>
internal sealed class CircuitSession
{
    private Problem? _end;

    /// <summary>Called once the sign-in is over.</summary>
    public Func<Problem, Task>? Ended { get; set; }

    /// <summary>Tells the page, once.</summary>
    public Task EndAsync(Problem problem) => Interlocked.CompareExchange(ref _end, problem, comparand: null) is null && Ended is { } tell ? tell(problem) : Task.CompletedTask;
}
