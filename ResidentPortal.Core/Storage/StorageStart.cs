using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace ResidentPortal.Core.Storage;

/// <summary>Brings the database up to the version of the program before anything else starts, so that the key ring finds its table.</summary>
internal sealed class StorageStart(IDbContextFactory<PortalDbContext> databases) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(db.Database.GetDbConnection().DataSource))!);
        await ClearAbandonedMigrationLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // A migration that was killed leaves its lock row behind, and the next start would wait for it for ever. Two minutes are longer than any migration of ours.
    private static async Task ClearAbandonedMigrationLockAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        var hasTable = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (hasTable > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock WHERE Timestamp < datetime('now', '-2 minutes')", cancellationToken);
        }
    }
}
