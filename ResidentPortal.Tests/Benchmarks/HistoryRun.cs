using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using ResidentPortal.Core;
using ResidentPortal.Core.AuthHistory;
using ResidentPortal.Core.Cards.Rendering;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Languages;
using ResidentPortal.Core.Otp;
using ResidentPortal.Core.Sessions;
using ResidentPortal.Core.Storage;

namespace ResidentPortal.Benchmarks;

/// <summary>The history of an identity that was used 5 000 times, over the loopback: the first page, what is unusual, and the statement.</summary>
internal static class HistoryRun
{
    private const int Times = 41;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync()
    {
        foreach (var uses in new[] { 50, 5_000 })
        {
            var folder = Directory.CreateTempSubdirectory("portal-history-");
            try
            {
                using var platform = new HistoryPlatform(uses);
                await using var services = Core(folder.FullName, platform.Address);
                await services.GetServices<IHostedService>().OfType<StorageStart>().Single().StartingAsync(CancellationToken.None);
                await MeasureAsync(services, platform, uses);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task MeasureAsync(IServiceProvider services, HistoryPlatform platform, int uses)
    {
        var session = await SignInAsync(services);
        var show = services.GetRequiredService<ShowAuthHistory>();
        var all = new UseFilter { Zone = TimeZoneInfo.Utc };
        foreach (var (name, filter) in new[] { ("first page", all), ("what is unusual", all with { Outcome = UseOutcome.Unusual }) })
        {
            for (var i = 0; i < 5; i++)
            {
                await ShowAsync(filter);
            }

            var (times, pages, allocated) = (new double[Times], platform.Pages, GC.GetTotalAllocatedBytes(precise: true));
            for (var i = 0; i < Times; i++)
            {
                var start = Stopwatch.GetTimestamp();
                await ShowAsync(filter);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }

            allocated = (GC.GetTotalAllocatedBytes(precise: true) - allocated) / Times;
            Array.Sort(times);
            Say($"{uses,5} uses  {name,-16} median {times[Times / 2]:F1} ms, slowest {times[^1]:F1} ms, {(platform.Pages - pages) / Times} calls, {allocated / 1e6:F0} MB allocated with the platform's");
        }

        var before = Stopwatch.GetTimestamp();
        var file = (await services.GetRequiredService<CollectAuthHistory>().ExecuteAsync(session, all)).Value;
        var pdf = new LetterWriter().Write(new Letter(Language.English, "ID Office", "Who used my identity",
            [.. file.Uses.Select(use => new LetterPart(LetterPartKind.Row, $"{use.Organisation} checked your fingerprint – accepted – with your ID number (UIN).", use.At.ToString("d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture)))]));
        Say($"{uses,5} uses  statement        {Stopwatch.GetElapsedTime(before).TotalMilliseconds:F0} ms, {pdf.Length / 1e3:F0} kB");

        async Task ShowAsync(UseFilter filter)
        {
            if ((await show.ExecuteAsync(session, filter)).Value.Uses.Count != ShowAuthHistory.PageSize)
            {
                throw new InvalidOperationException("The page is not full.");
            }
        }
    }

    private static async Task<Guid> SignInAsync(IServiceProvider services)
    {
        var uin = IndividualId.TryParse("4952408651", out var number) ? number : throw new InvalidOperationException("Not a UIN.");
        var sealedUin = services.GetRequiredService<Vault>().Seal(uin);
        var now = TimeProvider.System.GetUtcNow();
        await using var db = await services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var session = new SessionRow
        {
            Id = Guid.NewGuid(), TokenKey = "token", PersonKey = services.GetRequiredService<LookupKeys>().Person(uin), SealedUin = sealedUin, SealedIndividualId = sealedUin, Language = "eng",
            Channel = OtpChannel.Phone, IsSharedDevice = false, SignedInAt = now, LastSeenAt = now, CodeEnteredAt = now,
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync();
        return session.Id;
    }

    private static ServiceProvider Core(string folder, Uri platform)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IHostEnvironment>(new Bench());
        services.AddResidentCore(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Path"] = Path.Combine(folder, "portal.db"),
            ["Keys:Lookup:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Keys:Wrapping:1"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
            ["Mosip:BaseUrl"] = platform.AbsoluteUri,
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
