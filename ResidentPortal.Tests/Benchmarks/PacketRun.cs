using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Mosip;
using ResidentPortal.Core.Packets;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Benchmarks;

/// <summary>A packet with 4.5 MB of documents, whole: built, signed, encrypted, announced and handed in, over loopback to a platform that encrypts nothing and says yes to all.</summary>
internal static class PacketRun
{
    private const int Times = 20;
    private const int Documents = 4_500_000;

    /// <summary>Measures and prints.</summary>
    public static void Print() => PrintAsync().GetAwaiter().GetResult();

    private static async Task PrintAsync()
    {
        using var platform = new YesPlatform();
        await using var services = Adapters(platform.Address);
        var packets = services.GetRequiredService<IPackets>();
        var file = new byte[Documents / 3];
        new Random(1).NextBytes(file);
        await SendAsync(packets, file);
        var (times, extra, allocated) = (new double[Times], new double[Times], GC.GetTotalAllocatedBytes());
        for (var i = 0; i < Times; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var (before, peak) = (WorkingSet(), 0.0);
            var start = Stopwatch.GetTimestamp();
            var sending = SendAsync(packets, file);
            while (await Task.WhenAny(sending, Task.Delay(5)) != sending)
            {
                peak = Math.Max(peak, WorkingSet());
            }

            await sending;
            (times[i], extra[i]) = (Stopwatch.GetElapsedTime(start).TotalMilliseconds, Math.Max(peak, WorkingSet()) - before);
        }

        allocated = (GC.GetTotalAllocatedBytes() - allocated) / Times;
        Array.Sort(times);
        Array.Sort(extra);
        Say($"packet of {Documents / 1e6:F1} MB       median {times[Times / 2]:F0} ms, slowest {times[^1]:F0} ms");
        Say($"memory of the process    median {extra[Times / 2]:+0} MB, most {extra[^1]:+0} MB");
        Say($"allocated                {allocated / 1e6:F0} MB a packet");
    }

    private static async Task SendAsync(IPackets packets, byte[] file)
    {
        var rid = (await packets.ReserveAsync(CancellationToken.None)).Value;
        var sent = await packets.SendAsync(
            new Packet
            {
                Rid = rid,
                Process = PacketProcess.Update,
                Uin = Uin.Parse("4952408651", out _)!,
                Language = "eng",
                Fields = new Dictionary<string, FieldValue>(StringComparer.Ordinal) { ["phone"] = FieldValue.Of("9876500001") },
                Documents = [.. ((string[])["proofOfIdentity", "proofOfAddress", "proofOfRelationship"]).Select(field => new PacketDocument(field, "DOC", "pdf", file))],
            },
            CancellationToken.None);
        if (!sent.IsSuccess)
        {
            throw new InvalidOperationException($"The packet was not sent: {sent.Problem}.");
        }
    }

    private static ServiceProvider Adapters(Uri address)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMosip(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Mosip:BaseUrl"] = address.AbsoluteUri, ["Mosip:ClientSecret"] = "secret",
        }).Build());
        return services.BuildServiceProvider();
    }

    private static double WorkingSet()
    {
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / (1024.0 * 1024);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
