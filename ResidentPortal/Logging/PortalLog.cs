using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace ResidentPortal.Logging;

/// <summary>The one place where logging is set up: readable lines in Development, one JSON object a line elsewhere, and no address of a request in either.</summary>
internal static class PortalLog
{
    private const string Line = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void AddPortalLog(this WebApplicationBuilder builder) => builder.Services.AddSerilog(log =>
    {
        log.MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
            .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LevelAlias.Off) // Repeats, with its stack, what RunPortalAsync says in a sentence.
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .Enrich.FromLogContext()
            .Enrich.With<WithoutAddress>();
        if (builder.Environment.IsDevelopment())
        {
            log.WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture);
        }
        else
        {
            log.WriteTo.Console(new CompactJsonFormatter());
        }
    });

    /// <summary>The host adds the path of the request to every event: a path may hold a number that leads to a person.</summary>
    private sealed class WithoutAddress : ILogEventEnricher
    {
        public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
        {
            logEvent.RemovePropertyIfPresent("RequestPath");
            logEvent.RemovePropertyIfPresent("RequestId");
            logEvent.RemovePropertyIfPresent("ConnectionId");
            logEvent.RemovePropertyIfPresent("TransportConnectionId");
        }
    }
}
