using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ResidentPortal.Sandbox;

[assembly: HostingStartup(typeof(SandboxHostingStartup))]

namespace ResidentPortal.Sandbox;

/// <summary>Lets a host that names this assembly start the sandbox beside itself; no line of that host knows of it.</summary>
public sealed class SandboxHostingStartup : IHostingStartup
{
    /// <inheritdoc/>
    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services => services.AddHostedService<Companion>());

    /// <summary>Starts before any other hosted service, which may need the platform, and stops after them.</summary>
    private sealed class Companion(IConfiguration configuration, IServer server) : IHostedLifecycleService, IAsyncDisposable
    {
        private readonly SandboxApp _sandbox = new(SandboxOptions.From(configuration));

        public Task StartingAsync(CancellationToken cancellationToken) => _sandbox.StartAsync(cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var face = configuration["Api:Address"]?.TrimEnd('/');
            Greeting.Write(_sandbox, [.. addresses.Select(address => string.Equals(address, face, StringComparison.OrdinalIgnoreCase) ? ("REST face      ", $"{address}/resident/v1/reference/") : ("Resident Portal", address))]);
            return Task.CompletedTask;
        }

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => _sandbox.StopAsync(cancellationToken);

        public ValueTask DisposeAsync() => _sandbox.DisposeAsync();
    }
}
