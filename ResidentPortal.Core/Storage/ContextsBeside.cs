using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ResidentPortal.Core.Storage;

/// <summary>Lets another part of the portal keep tables of its own in the portal's one file, with migrations of its own and the same care for what is deleted.</summary>
public static class ContextsBeside
{
    /// <summary>Registers the context; the history of its migrations stands in a table of its own, so that neither part knows of the other's.</summary>
    public static void AddContextBeside<TContext>(this IServiceCollection services, string historyTable)
        where TContext : DbContext => services.AddDbContextFactory<TContext>((provider, builder) => builder
            .UseSqlite(StorageRegistration.ConnectionString(provider), sqlite => sqlite.MigrationsHistoryTable(historyTable))
            .AddInterceptors(new WipeDeleted()));

    /// <summary>Brings the portal's own tables up to date, for a command that may be the first to touch the file.</summary>
    public static Task BringUpToDateAsync(this IServiceProvider services) => services.GetServices<IHostedService>().OfType<StorageStart>().Single().StartingAsync(CancellationToken.None);
}
