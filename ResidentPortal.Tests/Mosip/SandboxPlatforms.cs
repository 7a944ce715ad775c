using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using Xunit;

namespace ResidentPortal.Tests.Mosip;

/// <summary>A sandbox of each age on a free port, started once for a class of tests and put back to its start for each of them.</summary>
public sealed class SandboxPlatforms : IAsyncLifetime
{
    private readonly Dictionary<string, Sandbox.SandboxApp> _apps = new(StringComparer.Ordinal);

    public async ValueTask InitializeAsync()
    {
        foreach (var profile in new[] { "1.2.0.1", "1.3" })
        {
            _apps[profile] = new Sandbox.SandboxApp(new Sandbox.SandboxOptions { Url = "http://127.0.0.1:0", Profile = Sandbox.SandboxProfiles.Parse(profile), Seed = 1 });
            await _apps[profile].StartAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values)
        {
            await app.DisposeAsync();
        }
    }

    internal string Url(string profile) => _apps[profile].Url;

    /// <summary>The sandbox as at its start, and new adapters set up for it.</summary>
    internal SandboxPlatform Fresh(string profile, params (string Key, string Value)[] settings)
    {
        var app = _apps[profile];
        app.Reset();
        return new SandboxPlatform(app, PlatformStub.Adapters(new Uri(app.Url), new CapturedLog(), clock: null, [("PlatformVersion", profile), .. settings]));
    }
}

/// <summary>A sandbox and the adapters set up for it.</summary>
internal sealed class SandboxPlatform(Sandbox.SandboxApp app, ServiceProvider adapters) : IAsyncDisposable
{
    public Sandbox.SandboxApp App => app;

    public ServiceProvider Adapters => adapters;

    public OneTimeCode LatestCode(string contact) =>
        OneTimeCode.TryParse(app.State.Outbox.LatestCode(contact), out var code) ? code : throw new InvalidOperationException("No code was sent.");

    public ValueTask DisposeAsync() => adapters.DisposeAsync();
}
