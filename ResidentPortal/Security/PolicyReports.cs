using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.AspNetCore.RateLimiting;

namespace ResidentPortal.Security;

/// <summary>
/// Takes the browsers' reports of what the content policy stopped. Only the directive is counted, and only one we know: a report holds addresses, and anybody can send one.
/// </summary>
internal static partial class PolicyReports
{
    /// <summary>The name of the limit: all senders together.</summary>
    public const string Limit = "reports";

    private const int LargestReport = 16 * 1024;
    private static readonly Meter Meter = new("ResidentPortal.Security");
    private static readonly Counter<long> Stopped = Meter.CreateCounter<long>("portal.policy.stopped", description: "Loads stopped by the content policy, by directive.");
    private static readonly FrozenSet<string> Directives = FrozenSet.ToFrozenSet(
        ["script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "font-src", "connect-src", "form-action", "frame-ancestors", "base-uri", "default-src", "frame-src", "object-src", "media-src", "worker-src", "manifest-src"],
        StringComparer.Ordinal);

    public static void AddPolicyReports(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddFixedWindowLimiter(Limit, window => (window.PermitLimit, window.Window, window.QueueLimit) = (60, TimeSpan.FromMinutes(1), 0));
    });

    public static void MapPolicyReports(this IEndpointRouteBuilder endpoints) => endpoints.MapPost(Links.PolicyReports, TakeAsync)
        .WithMetadata(PageClass.File, new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestReport))
        .RequireRateLimiting(Limit);

    private static async Task<IResult> TakeAsync(HttpContext context, ILoggerFactory loggers)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim();
        if (type is not ("application/csp-report" or "application/reports+json"))
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        if (context.Request.ContentLength > LargestReport)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(context.Request.Body, new JsonDocumentOptions { MaxDepth = 8 }, context.RequestAborted);
            foreach (var directive in Read(document.RootElement).Take(20))
            {
                Stopped.Add(1, new KeyValuePair<string, object?>("directive", directive));
                Log.Stopped(loggers.CreateLogger(typeof(PolicyReports)), directive);
            }

            return Results.NoContent();
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    private static IEnumerable<string> Read(JsonElement root)
    {
        var bodies = root.ValueKind switch
        {
            JsonValueKind.Array => root.EnumerateArray().Select(report => Property(report, "body")),
            JsonValueKind.Object => [Property(root, "csp-report")],
            _ => [],
        };
        return bodies.Select(body => Word(Property(body, "effectiveDirective") ?? Property(body, "effective-directive") ?? Property(body, "violated-directive")));
    }

    private static JsonElement? Property(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty(name, out var property) ? property : null;

    private static string Word(JsonElement? element) =>
        element is { ValueKind: JsonValueKind.String } text && text.GetString()!.Split(' ')[0] is var word && Directives.Contains(word) ? word : "other";

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The content policy stopped a load: {Directive}")]
        public static partial void Stopped(ILogger logger, string directive);
    }
}
