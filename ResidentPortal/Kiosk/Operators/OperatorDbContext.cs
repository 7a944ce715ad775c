using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ResidentPortal.Kiosk.Operators;

/// <summary>The accounts of operators and supervisors, in the portal's file and apart from its rows: the core knows no accounts.</summary>
internal sealed class OperatorDbContext(DbContextOptions<OperatorDbContext> options) : IdentityUserContext<OperatorAccount>(options)
{
    /// <summary>Where the history of these tables stands.</summary>
    public const string HistoryTable = "__OperatorMigrations";

    public DbSet<OperatorTryRow> Tries => Set<OperatorTryRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // As in the portal's own rows: milliseconds since 1970 compare and sort.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<OperatorAccount>().ToTable("Operators").HasIndex(account => account.JoinKey).IsUnique();
        builder.Entity<OperatorTryRow>().ToTable("OperatorTries").HasIndex(row => new { row.Subject, row.At });
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table && table.StartsWith("AspNetUser", StringComparison.Ordinal))
            {
                entity.SetTableName(table.Replace("AspNetUser", "Operator", StringComparison.Ordinal));
            }
        }
    }

    private sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
