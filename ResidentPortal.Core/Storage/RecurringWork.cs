using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ResidentPortal.Core.Storage;

/// <summary>Runs one flow again and again in the background, sooner when its signal is raised. A fault is logged and the work goes on: the rows are still there.</summary>
/// <typeparam name="TFlow">The flow.</typeparam>
internal sealed partial class RecurringWork<TFlow>(
    TFlow flow, Func<TFlow, CancellationToken, Task> run, TimeSpan interval, WorkSignal<TFlow> signal, TimeProvider clock, ILogger<TFlow> logger) : BackgroundService
    where TFlow : class
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await run(flow, stoppingToken);
                await signal.WaitAsync(interval, clock, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                Log.Failed(logger, fault, typeof(TFlow).Name);
                await signal.WaitAsync(interval, clock, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Flow} failed and will run again")]
        public static partial void Failed(ILogger logger, Exception fault, string flow);
    }
}

/// <summary>Registers flows that run in the background.</summary>
internal static class RecurringWork
{
    public static void AddRecurring<TFlow>(this IServiceCollection services, TimeSpan interval, Func<TFlow, CancellationToken, Task> run)
        where TFlow : class
    {
        services.AddSingleton<TFlow>();
        services.AddSingleton<WorkSignal<TFlow>>();
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<RecurringWork<TFlow>>(provider, run, interval));
    }
}
