using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ResidentPortal.Benchmarks;

/// <summary>The whole portal with its REST face, each call of which is timed around everything else, less what it waited for the platform.</summary>
internal sealed class FacePortal : IAsyncDisposable
{
    private static readonly AsyncLocal<PlatformWait?> Current = new();
    private readonly WebApplication _application;
    private readonly Lock _gate = new();
    private volatile Dictionary<string, List<double>>? _times;

    private FacePortal(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStartupFilter>(new Outermost(MeasureAsync));
        builder.Services.ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => new PlatformWaitHandler(Current)));
        _application = builder.Build();
    }

    /// <summary>Where the face begins.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.2/");

    /// <summary>Starts it with a database in a folder. What it logs is what it logs in production.</summary>
    public static async Task<FacePortal> StartAsync(Uri platform, string folder)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(PortalServices).Assembly.GetName().Name, EnvironmentName = "Benchmark", ContentRootPath = folder, Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(Settings(platform, folder));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddPortal();
        var portal = new FacePortal(builder);
        portal._application.UsePortal();
        await portal._application.StartAsync();
        portal.Address = portal._application.AddressOf("127.0.0.2");
        return portal;
    }

    /// <summary>Begins to note the times of calls.</summary>
    public void Note()
    {
        lock (_gate)
        {
            _times = new(StringComparer.Ordinal);
        }
    }

    /// <summary>The times noted, in milliseconds, by path; none are noted any more.</summary>
    public IReadOnlyDictionary<string, List<double>> Noted()
    {
        lock (_gate)
        {
            var times = _times ?? [];
            _times = null;
            return times;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    // In a race beside a program that is not timed, neither is this one.
    private Task MeasureAsync(HttpContext context, RequestDelegate next) => _times is null ? next(context) : TimeAsync(context, next);

    private async Task TimeAsync(HttpContext context, RequestDelegate next)
    {
        var (start, waiting) = (Stopwatch.GetTimestamp(), new PlatformWait());
        Current.Value = waiting;
        await next(context);
        var own = Stopwatch.GetElapsedTime(start).TotalMilliseconds - waiting.Total.TotalMilliseconds;
        lock (_gate)
        {
            if (_times is not null)
            {
                (_times.TryGetValue(context.Request.Path.Value!, out var list) ? list : _times[context.Request.Path.Value!] = new(10_000)).Add(own);
            }
        }
    }

    private static Dictionary<string, string?> Settings(Uri platform, string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["Portal:PublicAddress"] = "http://localhost",
            ["Portal:TimeZone"] = "Africa/Addis_Ababa",
            ["Storage:Path"] = Path.Combine(folder, "portal.db"),
            ["Keys:Lookup:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Keys:Wrapping:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["CardKeys:Signing"] = key.ExportPkcs8PrivateKeyPem(),
            ["Mosip:BaseUrl"] = platform.AbsoluteUri,
            ["Mosip:ClientSecret"] = "benchmarks-only",
            ["Otp:ProgramSendsPerTenMinutes"] = "1000",
            ["Otp:ProgramSendsPerDay"] = "10000",
            ["Otp:NationalSendsPerMinute"] = "1000000",
            ["Api:Address"] = "http://127.0.0.2:0",
            ["Api:OpenToAll"] = "true",
            ["Api:NetworkCallsPerMinute"] = "1000000",
            ["Api:ProgramCallsPerMinute"] = "1000000",
            ["Api:PersonCallsPerMinute"] = "100000",
        };
    }

    private sealed class Outermost(Func<HttpContext, RequestDelegate, Task> measure) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(measure);
            next(app);
        };
    }
}
