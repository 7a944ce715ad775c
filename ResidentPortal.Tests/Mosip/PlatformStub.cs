using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResidentPortal.Core.Mosip;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>A platform on a real loopback port whose answers a test writes, oddities included. Its auth manager works unless a test says otherwise.</summary>
internal sealed class PlatformStub : IAsyncDisposable
{
    public const string TokenPath = "POST /v1/authmanager/authenticate/clientidsecretkey";

    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<SeenRequest> _seen = new();
    private readonly List<IDisposable> _adapters = [];
    private readonly WebApplication _host;
    private int _tokens;

    private PlatformStub(WebApplication host) => _host = host;

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public CapturedLog Log { get; } = new();

    public IReadOnlyList<SeenRequest> Seen => [.. _seen];

    public int TokensHandedOut => _tokens;

    public static async Task<PlatformStub> StartAsync(Action<Microsoft.AspNetCore.Server.Kestrel.Core.ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => listen?.Invoke(endpoint)));
        if (listen is not null)
        {
            builder.WebHost.UseKestrelHttpsConfiguration();
        }

        var stub = new PlatformStub(builder.Build());
        stub._host.Run(stub.ServeAsync);
        await stub._host.StartAsync(TestContext.Current.CancellationToken);
        stub.Address = new Uri(stub._host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        stub.On(TokenPath, context =>
        {
            context.Response.Headers.Authorization = Token(Interlocked.Increment(ref stub._tokens), TimeSpan.FromDays(1));
            return context.Json("""{ "response": { "status": "Success" }, "errors": null }""");
        });
        return stub;
    }

    /// <summary>A token whose claims say how long it lives.</summary>
    public static string Token(int number, TimeSpan life)
    {
        static string Part(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
        var claims = string.Create(CultureInfo.InvariantCulture, $$"""{ "iat": 1000000, "exp": {{1000000 + (long)life.TotalSeconds}} }""");
        return $"{Part("""{"alg":"RS256"}""")}.{Part(claims)}.signature{number.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>What a path answers, by method and path: <c>POST /v1/notifier/sms/send</c>.</summary>
    public PlatformStub On(string methodAndPath, Func<HttpContext, Task> answer)
    {
        _answers[methodAndPath] = answer;
        return this;
    }

    public PlatformStub On(string methodAndPath, string json, int status = 200) => On(methodAndPath, context => context.Json(json, status));

    /// <summary>Answers one after the other; the last one stays.</summary>
    public PlatformStub On(string methodAndPath, params Func<HttpContext, Task>[] answers)
    {
        var next = -1;
        return On(methodAndPath, context => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)](context));
    }

    public int CountOf(string methodAndPath) => Seen.Count(request => request.Is(methodAndPath));

    public SeenRequest Only(string methodAndPath) => Seen.Single(request => request.Is(methodAndPath));

    /// <summary>The adapters as the portal has them, set up for this platform with short times.</summary>
    public ServiceProvider Adapters(TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var provider = Adapters(Address, Log, clock, settings);
        _adapters.Add(provider);
        return provider;
    }

    public static ServiceProvider Adapters(Uri address, CapturedLog log, TimeProvider? clock = null, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mosip:BaseUrl"] = address.AbsoluteUri,
            ["Mosip:ClientSecret"] = "stub-secret",
            ["Mosip:ReadTimeout"] = "00:00:05",
            ["Mosip:ReadBudget"] = "00:00:15",
            ["Mosip:WriteTimeout"] = "00:00:05",
            ["Mosip:ReadRetryDelay"] = "00:00:00",
        };
        foreach (var (key, value) in settings)
        {
            values[$"Mosip:{key}"] = value;
        }

        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddLogging(logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        services.AddMosip(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true });
    }

    public async ValueTask DisposeAsync()
    {
        _adapters.ForEach(adapter => adapter.Dispose());
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _host.StopAsync(now.Token);
        await _host.DisposeAsync();
    }

    private async Task ServeAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var request = new SeenRequest(
            context.Request.Method,
            context.Request.Path.Value ?? string.Empty,
            context.Request.QueryString.Value ?? string.Empty,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted));
        _seen.Enqueue(request);
        if (_answers.TryGetValue($"{request.Method} {request.Path}", out var answer))
        {
            await answer(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
    }
}

/// <summary>A request the platform got.</summary>
internal sealed record SeenRequest(string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string Cookie => Headers.GetValueOrDefault("Cookie", string.Empty);

    public bool Is(string methodAndPath) => string.Equals($"{Method} {Path}", methodAndPath, StringComparison.Ordinal);
}

/// <summary>Members of a request's JSON.</summary>
internal static class SentJson
{
    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new InvalidOperationException($"{name} is null.");
}

/// <summary>Answers in few words.</summary>
internal static class StubAnswers
{
    public static Task Json(this HttpContext context, string json, int status = 200) => context.Write(json, "application/json", status);

    public static Task Html(this HttpContext context) => context.Write("<html><body>Welcome</body></html>", "text/html", 200);

    public static Task Error(this HttpContext context, params string[] codes) =>
        context.Json($$"""{ "response": null, "errors": [{{string.Join(',', codes.Select(code => $$"""{ "errorCode": "{{code}}" }"""))}}] }""");

    public static Task Unauthorized(this HttpContext context) =>
        context.Json("""{"errors":[{"errorCode":"KER-ATH-401"}]}{"errors":[{"errorCode":"KER-ATH-401"}]}""", 401);

    /// <summary>No answer until the caller has gone.</summary>
    public static async Task Hang(this HttpContext context)
    {
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    /// <summary>The beginning of an answer, and then nothing until the caller has gone.</summary>
    public static async Task Drip(this HttpContext context)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{ \"response\": ", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await context.Hang();
    }

    /// <summary>The connection breaks where the answer should come.</summary>
    public static Task Reset(this HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>An answer that breaks off.</summary>
    public static async Task Truncated(this HttpContext context)
    {
        context.Response.ContentLength = 500;
        await context.Response.WriteAsync("{ \"response\": { \"status\": \"succ", context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static Task Write(this HttpContext context, string text, string type, int status)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}

/// <summary>Everything that was logged.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _lines.Enqueue($"scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}

/// <summary>Numbers that are well formed, and belong to nobody.</summary>
internal static class Sample
{
    public static readonly Core.Identifiers.Uin Uin = Parse<Core.Identifiers.Uin>("4952408651", Core.Identifiers.Uin.TryParse);
    public static readonly Core.Identifiers.Vid Vid = Parse<Core.Identifiers.Vid>("4913089685701546", Core.Identifiers.Vid.TryParse);
    public static readonly Core.Identifiers.Rid Rid = Parse<Core.Identifiers.Rid>("10001100771006920220128223618", Core.Identifiers.Rid.TryParse);
    public static readonly Core.Identifiers.OneTimeCode Code = Parse<Core.Identifiers.OneTimeCode>("111111", Core.Identifiers.OneTimeCode.TryParse);
    public static readonly Core.Identifiers.TransactionId Transaction = Parse<Core.Identifiers.TransactionId>("4820193756", Core.Identifiers.TransactionId.TryParse);
    public static readonly Core.Identifiers.IndividualId ByUin = Core.Identifiers.IndividualId.Of(Uin);
    public static readonly Core.Identifiers.IndividualId ByVid = Core.Identifiers.IndividualId.Of(Vid);

    private delegate bool TryParse<T>(string? text, out T? value);

    private static T Parse<T>(string text, TryParse<T> tryParse)
        where T : class => tryParse(text, out var value) ? value! : throw new InvalidOperationException(text);
}
