using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using ResidentPortal.Core;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.Notifications;
using ResidentPortal.Core.Recovery;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.VirtualIds;

namespace ResidentPortal.Tests.World;

/// <summary>The whole core on a real SQLite file, a clock that stands until it is moved, and a platform in memory behind every port.</summary>
public sealed class CoreWorld : IAsyncDisposable
{
    private static readonly Lazy<string> Template = new(MakeTemplate);
    private static readonly string LookupKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string WrappingKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private readonly string _folder = Directory.CreateTempSubdirectory("portal-test-").FullName;
    private readonly ServiceProvider _services;

    public CoreWorld(params (string Key, string Value)[] settings)
        : this(Template.Value, settings)
    {
    }

    private CoreWorld(string? template, (string Key, string Value)[] settings)
    {
        DatabasePath = Path.Combine(_folder, "portal.db");
        if (template is not null)
        {
            File.Copy(template, DatabasePath);
        }

        Platform = new FakeMosip(Clock);
        _services = Build(settings);
    }

    // The same file, clock and platform, as another process of the portal has them.
    private CoreWorld(CoreWorld before)
    {
        (DatabasePath, Clock, Platform) = (before.DatabasePath, before.Clock, before.Platform);
        _services = Build([]);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.Zero));

    public FakeMosip Platform { get; }

    public string DatabasePath { get; }

    /// <summary>The portal after its process was killed: nothing is left of the first but the file.</summary>
    public CoreWorld StartAgain() => new(this);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public PortalDbContext OpenDatabase() => Get<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    /// <summary>The whole database file as text, with all that was written so far in it and nothing left in the log beside it.</summary>
    public async Task<string> ReadDatabaseFileAsync()
    {
        await using (var db = OpenDatabase())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        await using var stream = new FileStream(DatabasePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return System.Text.Encoding.Latin1.GetString(copy.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    // The database is migrated and its key ring made once for all tests; each has a copy of its own.
    private static string MakeTemplate()
    {
        var world = new CoreWorld(template: null, []);
        world.Get<IEnumerable<IHostedService>>().OfType<StorageStart>().Single().StartingAsync(CancellationToken.None).GetAwaiter().GetResult();
        world.Get<Vault>().Seal("first", "makes the key ring");
        SqliteConnection.ClearAllPools();
        return world.DatabasePath;
    }

    private ServiceProvider Build((string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Path"] = DatabasePath,
            ["Keys:Lookup:1"] = LookupKey,
            ["Keys:Wrapping:1"] = WrappingKey,
            ["CardKeys:Signing"] = CardPem.Any,
            ["Portal:PublicAddress"] = "https://resident.example.org",
        }).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new TestEnvironment());
        services.AddResidentCore(configuration);
        services.PostConfigure<CardOptions>(cards => cards.SetPortal(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["eng"] = "ID Office" }, "https://resident.example.org/check-card", "/card/link/"));
        services.PostConfigure<NoticeOptions>(notices => notices.SetPortal("/not-me/"));
        services.PostConfigure<RecoveryOptions>(recovery => recovery.SetPortal("/lost-number/link/"));
        services.PostConfigure<VirtualIdOptions>(vids => vids.SetPortal("/vids/link/"));
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
        Platform.StandIn(services);
        return services.BuildServiceProvider();
    }

    private sealed class TestEnvironment : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Test";

        public string ApplicationName { get; set; } = "ResidentPortal";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
