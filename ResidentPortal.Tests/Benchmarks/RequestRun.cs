using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ResidentPortal.Core;
using ResidentPortal.Core.History;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Benchmarks;

/// <summary>The first page of a resident's own 5 000 requests, alone in the database and among a million of other people.</summary>
internal static class RequestRun
{
    private const int Own = 5_000;
    private const int Others = 1_000_000;
    private const int Times = 101;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync()
    {
        var folder = Directory.CreateTempSubdirectory("portal-requests-");
        try
        {
            await using var services = Core(folder.FullName);
            await services.GetServices<IHostedService>().OfType<StorageStart>().Single().StartingAsync(CancellationToken.None);
            var session = await SignInAsync(services);
            var alone = await MeasureAsync(services, session, "alone");
            await AddOthersAsync(services);
            var among = await MeasureAsync(services, session, "among a million");
            Say($"among a million / alone  {among / alone:F2}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> MeasureAsync(IServiceProvider services, Guid session, string where)
    {
        var list = services.GetRequiredService<ListRequests>();
        var pages = new (string Name, RequestFilter Filter)[]
        {
            ("first page", new RequestFilter()),
            ("one group", new RequestFilter { Kinds = ActGroups.KindsOf(ActGroup.Card), States = ActGroups.StatesOf(ActProgress.Done) }),
        };
        var first = 0.0;
        foreach (var (name, filter) in pages)
        {
            for (var i = 0; i < 20; i++)
            {
                await ListAsync(list, session, filter);
            }

            var (times, allocated) = (new double[Times], GC.GetTotalAllocatedBytes(precise: true));
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await ListAsync(list, session, filter);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / Times;
            Array.Sort(times);
            first = first == 0 ? times[Times / 2] : first;
            Say($"{where,-16} {name,-11} median {times[Times / 2]:F2} ms, slowest {times[^1]:F2} ms, {allocated / 1e3:F0} kB allocated");
        }

        return first;
    }

    private static async Task ListAsync(ListRequests list, Guid session, RequestFilter filter)
    {
        if ((await list.ExecuteAsync(session, filter, new RequestPart(1))).Value.Requests.Count != RequestPart.Usual)
        {
            throw new InvalidOperationException("The page is not full.");
        }
    }

    private static async Task<Guid> SignInAsync(IServiceProvider services)
    {
        var uin = services.GetRequiredService<Vault>().Seal(IndividualId.TryParse("4952408651", out var number) ? number : throw new InvalidOperationException("Not a UIN."));
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var session = new SessionRow
        {
            Id = Guid.NewGuid(), TokenKey = "token", PersonKey = "1.own", SealedUin = uin, SealedIndividualId = uin, Language = "eng", Channel = OtpChannel.Phone, IsSharedDevice = false,
            SignedInAt = now, LastSeenAt = now, CodeEnteredAt = now,
        };
        db.Sessions.Add(session);
        var kinds = Enum.GetValues<ActKind>();
        for (var i = 0; i < Own; i++)
        {
            db.ServiceRequests.Add(new ServiceRequestRow
            {
                EventId = EventId.New().Value, IntentId = Guid.NewGuid(), PersonKey = session.PersonKey, Kind = kinds[i % kinds.Length], State = i % 9 == 0 ? ActState.Failed : ActState.Confirmed,
                Wish = new string('x', 200), SealedUin = uin, Language = "eng", CreatedAt = now.AddHours(-i), SettledAt = now.AddHours(-i), PinnedAt = i % 400 == 7 ? now : null,
            });
        }

        await db.SaveChangesAsync();
        return session.Id;
    }

    // 20 000 people with 50 requests each; one's own stand two hundred rows apart between them, as they come to stand over the years.
    private static async Task AddOthersAsync(IServiceProvider services)
    {
        await RunAsync(
            services,
            $"""
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {Others - 1}),
                 own AS (SELECT * FROM ServiceRequests LIMIT 1)
            INSERT INTO ServiceRequests (rowid, EventId, IntentId, PersonKey, Kind, State, Wish, SealedUin, Language, CreatedAt, SettledAt, Looks)
            SELECT 2000000 + 2 * i, CAST(1000000000000000 + i AS TEXT), printf('%08X-0000-0000-0000-000000000000', i), '1.' || hex(i % 20000), 'MakeCard', 'Confirmed', own.Wish, own.SealedUin, 'eng',
                   own.CreatedAt - i * 10000, own.CreatedAt - i * 10000, 0 FROM n, own
            """);
        await RunAsync(services, $"UPDATE ServiceRequests SET rowid = 2000001 + 400 * (rowid - 1) WHERE PersonKey = '1.own'");
        await RunAsync(services, $"PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task RunAsync(IServiceProvider services, FormattableString sql)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.ExecuteSqlAsync(sql);
    }

    private static ServiceProvider Core(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new Bench());
        services.AddResidentCore(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Path"] = Path.Combine(folder, "portal.db"),
            ["Keys:Lookup:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Keys:Wrapping:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Mosip:BaseUrl"] = "http://localhost:1",
            ["Mosip:ClientSecret"] = "secret",
        }).Build());
        return services.BuildServiceProvider();
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed class Bench : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "Benchmark";

        public string ApplicationName { get; set; } = "ResidentPortal";

        public string ContentRootPath { get; set; } = Path.GetTempPath();

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
