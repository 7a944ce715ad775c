using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResidentPortal.Core.Cards;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Storage;
using ResidentPortal.Core.Updates;
using ResidentPortal.Sandbox;

namespace ResidentPortal.Tests.World;

/// <summary>
/// The whole portal on real Kestrel at a free port, with a database and keys of its own, in front of a sandbox of its own. The only address of the platform it
/// knows is the sandbox's: a call to anywhere else would have nowhere to come from.
/// </summary>
public sealed class PortalHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string _folder;
    private readonly WebApplication _application;
    private readonly HashSet<SentMessage> _read = [];

    private PortalHost(SandboxApp sandbox, string folder, WebApplication application, KeptLog log) => (Sandbox, _folder, _application, Log) = (sandbox, folder, application, log);

    /// <summary>What the portal logged.</summary>
    internal KeptLog Log { get; }

    /// <summary>The platform behind it.</summary>
    public SandboxApp Sandbox { get; }

    /// <summary>The address: <c>localhost</c>, since browsers take Secure cookies from there without TLS.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>The address of the REST face, where the settings give it the listener <see cref="ApiListener"/>.</summary>
    public Uri? ApiAddress { get; private set; }

    /// <summary>A listener of the face at a free port, for the setting <c>Api:Address</c>.</summary>
    public const string ApiListener = "http://127.0.0.2:0";

    /// <summary>The portal's services.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>The file of the portal's database.</summary>
    public string DatabasePath => Path.Combine(_folder, "portal.db");

    /// <summary>Starts a portal; limits that only slow people down are raised within their ranges.</summary>
    public static async Task<PortalHost> StartAsync(Action<IServiceCollection>? change = null, params (string Key, string Value)[] settings)
    {
        var sandbox = new SandboxApp(new SandboxOptions
        {
            Url = "http://127.0.0.1:0", Seed = 1, OidcClientKey = ProviderSteps.ClientKey, OidcEncryptionKey = settings.FirstOrDefault(setting => setting.Key is "Oidc:DecryptionKey").Value,
        });
        await sandbox.StartAsync();
        var folder = Directory.CreateTempSubdirectory("portal-").FullName;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(PortalServices).Assembly.GetName().Name, EnvironmentName = "Testing", ContentRootPath = folder });
        builder.Configuration.Sources.Clear(); // Nothing of the machine's reaches the portal.
        builder.Configuration.AddInMemoryCollection(Settings(sandbox, folder));
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value.Replace("{sandbox}", sandbox.Url, StringComparison.Ordinal))));
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddPortal();
        var log = new KeptLog();
        builder.Services.AddSingleton<ILoggerFactory>(_ => LoggerFactory.Create(logging => logging.AddProvider(log)));
        change?.Invoke(builder.Services);
        var host = new PortalHost(sandbox, folder, builder.Build(), log);
        host._application.UsePortal();
        await host._application.StartAsync();
        var bound = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).ToList();
        host.Address = new Uri($"http://localhost:{bound.Single(address => address.Host is "127.0.0.1").Port}/");
        host.ApiAddress = bound.SingleOrDefault(address => address.Host is "127.0.0.2") is { } face ? new Uri(face, "/resident/v1/") : null;
        return host;
    }

    /// <summary>Starts a portal whose residents may sign in at the sandbox's provider too.</summary>
    public static Task<PortalHost> StartWithProviderAsync(params (string Key, string Value)[] settings) => StartAsync(change: null, [.. settings.Concat(ProviderSteps.Settings).DistinctBy(setting => setting.Key, StringComparer.Ordinal)]);

    /// <summary>Starts a portal that gives the platform little time, so that its faults are soon told.</summary>
    public static Task<PortalHost> StartImpatientAsync(params (string Key, string Value)[] settings) => StartAsync(
        change: null,
        [.. settings.Concat([("Mosip:ReadTimeout", "00:00:03"), ("Mosip:ReadBudget", "00:00:07"), ("Mosip:ReadRetryDelay", "00:00:00.02"), ("Mosip:WriteTimeout", "00:00:06"), ("Mosip:BreakerMinimumCalls", "1000")]).DistinctBy(setting => setting.Item1, StringComparer.Ordinal)]);

    /// <summary>
    /// Waits for the next code that was sent to a contact and not read yet. To read it takes people longer than the second that lies between two codes here: a machine
    /// that is quick would be refused the next one without a word.
    /// </summary>
    public async Task<string> ReadCodeAsync(string contact = Residents.MeerasPhone)
    {
        SentMessage? message = null;
        await Eventually.TrueAsync(() => (message = Sandbox.State.Outbox.To(contact).FirstOrDefault(sent => sent.Code is not null && !_read.Contains(sent))) is not null, Patience, $"No code came to {contact}.");
        foreach (var sent in Sandbox.State.Outbox.To(contact))
        {
            _read.Add(sent);
        }

        await InDatabaseAsync(database => database.Database.ExecuteSqlAsync($"""UPDATE "Attempts" SET "At" = "At" - 1000"""));
        return message!.Code!;
    }

    /// <summary>Waits for the link to a card that was sent to a contact; the answer is its path.</summary>
    public Task<string> ReadCardLinkAsync(string contact = Residents.MeerasPhone) => ReadLinkAsync("/card/link/", contact);

    /// <summary>Waits for a link that was sent to a contact; the answer is its path.</summary>
    public async Task<string> ReadLinkAsync(string before, string contact = Residents.MeerasPhone)
    {
        string? path = null;
        await Eventually.TrueAsync(
            () => (path = Sandbox.State.Outbox.To(contact).SelectMany(sent => sent.Text.Split(' ')).FirstOrDefault(word => word.Contains(before, StringComparison.Ordinal))) is not null,
            Patience,
            $"No link came to {contact}.");
        return new Uri(path!).AbsolutePath;
    }

    /// <summary>Reads or changes the portal's own rows.</summary>
    internal async Task<T> InDatabaseAsync<T>(Func<PortalDbContext, Task<T>> work)
    {
        await using var database = await Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        return await work(database);
    }

    /// <summary>Makes the codes of all sign-ins as old as if they had been entered so long ago: acts then need a new one.</summary>
    public Task AgeEnteredCodesAsync(TimeSpan by) => InDatabaseAsync(async database =>
    {
        foreach (var session in await database.Sessions.ToListAsync())
        {
            session.CodeEnteredAt -= by;
        }

        return await database.SaveChangesAsync();
    });

    /// <summary>Makes the codes that wait to be entered older.</summary>
    public Task AgeWaitingCodesAsync(TimeSpan by) => InDatabaseAsync(async database =>
    {
        foreach (var code in await database.Codes.ToListAsync())
        {
            database.Entry(code).Property(row => row.ExpiresAt).CurrentValue -= by;
        }

        return await database.SaveChangesAsync();
    });

    /// <summary>Forgets the cards that were made, as a day does.</summary>
    public Task ForgetCardsAsync() => InDatabaseAsync(database => database.CardFiles.ExecuteDeleteAsync());

    /// <summary>Forgets how often codes were asked for: the next is sent at once, however short ago the last was.</summary>
    public Task ForgetAttemptsAsync() => InDatabaseAsync(database => database.Attempts.ExecuteDeleteAsync());

    /// <summary>Makes it longer ago that the printer was asked for the stage of orders: whoever opens the page then asks again.</summary>
    public Task AgeLooksAtOrdersAsync() => AgeLooksAsync(ActKind.OrderCard, text => OrderProgress.OfText(text) is var progress ? (progress with { SeenAt = progress.SeenAt.AddMinutes(-1) }).ToText() : text);

    /// <summary>The same for updates of data, and where they stand.</summary>
    public Task AgeLooksAtUpdatesAsync() => AgeLooksAsync(ActKind.UpdateIdentity, text => UpdateProgress.OfText(text) is var progress ? (progress with { SeenAt = progress.SeenAt.AddMinutes(-1) }).ToText() : text);

    private Task<int> AgeLooksAsync(ActKind kind, Func<string, string> older) => InDatabaseAsync(async database =>
    {
        var vault = Services.GetRequiredService<Vault>();
        foreach (var act in await database.ServiceRequests.Where(row => row.Kind == kind && row.SealedResult != null).ToListAsync())
        {
            act.SealedResult = vault.Seal(ActCourse.ResultPurpose, older(vault.Open(ActCourse.ResultPurpose, act.SealedResult)!));
        }

        return await database.SaveChangesAsync();
    });

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            await _application.StopAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // Open sockets of a page: they end with the server.
        }

        await _application.DisposeAsync();
        await Sandbox.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static Dictionary<string, string?> Settings(SandboxApp sandbox, string folder) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["Portal:PublicAddress"] = "http://localhost",
        ["Portal:TimeZone"] = "Africa/Addis_Ababa",
        ["Storage:Path"] = Path.Combine(folder, "portal.db"),
        ["Keys:Lookup:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["Keys:Wrapping:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
        ["CardKeys:Signing"] = CardPem.Any,
        ["Mosip:BaseUrl"] = sandbox.Url,
        ["Mosip:ClientSecret"] = "tests-only",
        ["Otp:SendGapSeconds"] = "1",
        ["Otp:SendsPerTenMinutes"] = "1000",
        ["Otp:SendsPerDay"] = "10000",
        ["Otp:NetworkSendsPerTenMinutes"] = "100000",
        ["Otp:ProgramSendsPerTenMinutes"] = "1000",
        ["Otp:ProgramSendsPerDay"] = "10000",
        ["Otp:NationalSendsPerMinute"] = "1000000",
        ["Contacts:SendsPerDay"] = "100",
        ["Contacts:DeviceSendsPerDay"] = "1000",
        ["Contacts:NetworkSendsPerTenMinutes"] = "100000",
    };
}

/// <summary>Keeps the lines of the log in memory, as they would be written.</summary>
internal sealed class KeptLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => _lines.Enqueue($"{logLevel} {formatter(state, exception)} {exception}");

    public void Dispose()
    {
        // Nothing is held but lines.
    }
}

/// <summary>Residents of the sandbox's population, by what tests need of them.</summary>
internal static class Residents
{
    /// <summary>With phone and e-mail.</summary>
    public const string Meera = "4952408651";

    public const string MeerasPhone = "9876500001";

    public const string MeerasEmail = "meera.k@example.org";

    /// <summary>Another resident, with phone and e-mail.</summary>
    public const string Priya = "6153013908";

    public const string PriyasPhone = "9876500005";

    public const string Deactivated = "8047840896";

    public const string WithoutContact = "4193251381";

    /// <summary>The checksum is right, and nobody has it.</summary>
    public const string Unknown = "5738297418";

    /// <summary>A finished request.</summary>
    public const string MeerasRid = "10001101010100020250103080000";
}

/// <summary>Waits for what comes by itself, looking often, failing late.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<bool> isSo, TimeSpan within, string otherwise) => await TrueAsync(() => Task.FromResult(isSo()), within, otherwise);

    public static async Task TrueAsync(Func<Task<bool>> isSo, TimeSpan within, string otherwise)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        var end = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            if (TimeProvider.System.GetElapsedTime(end) > within)
            {
                throw new TimeoutException(otherwise);
            }

            await timer.WaitForNextTickAsync();
        }
    }
}
