using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ResidentPortal.Core.Storage;

/// <summary>Registers the database and the keys that protect what stands in it.</summary>
internal static class StorageRegistration
{
    public static void AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChecked<StorageOptions>(configuration, StorageOptions.Section);
        services.AddChecked<KeyOptions>(configuration, KeyOptions.Section);
        services.AddSingleton<IValidateOptions<KeyOptions>, KeyOptionsValidation>();
        services.AddSingleton<LookupKeys>();
        services.AddSingleton<Vault>();
        services.AddSingleton<WipeDeleted>().AddSingleton<WritersInTurn>();
        services.AddPooledDbContextFactory<PortalDbContext>((provider, builder) =>
            builder.UseSqlite(ConnectionString(provider)).AddInterceptors(provider.GetRequiredService<WipeDeleted>(), provider.GetRequiredService<WritersInTurn>()));
        services.AddHostedService<StorageStart>();
        services.AddDataProtection().SetApplicationName("ResidentPortal").PersistKeysToDbContext<PortalDbContext>();
        services.AddOptions<KeyManagementOptions>().Configure<IOptions<KeyOptions>>((ring, keys) => ring.XmlEncryptor = new WrappedKeyRing(keys));
    }

    internal static string ConnectionString(IServiceProvider provider)
    {
        var path = provider.GetRequiredService<IOptions<StorageOptions>>().Value.Path!;
        var root = provider.GetRequiredService<IHostEnvironment>().ContentRootPath;
        return new SqliteConnectionStringBuilder { DataSource = Path.Combine(root, path), ForeignKeys = true, DefaultTimeout = 10 }.ToString();
    }
}
