using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using ResidentPortal.Core;

namespace ResidentPortal.Tests.World;

/// <summary>The core beside a portal that runs as a process of its own: the same database, keys and platform, and no work in the background.</summary>
public sealed class CoreBeside : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public CoreBeside(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = "Test", ApplicationName = "ResidentPortal", ContentRootPath = Path.GetTempPath() });
        services.AddResidentCore(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
