using System.Diagnostics;
using System.Globalization;

namespace ResidentPortal.Benchmarks;

/// <summary>
/// The REST face over the loopback, before a sandbox in a process of its own: the portal's own time at 200 calls a second, and how many a second it answers beside a bare
/// program that only passes them on.
/// </summary>
internal sealed class FaceRun(Uri sandbox, FacePortal portal, FaceCalls calls)
{
    private const int PerSecond = 200;
    private const int Population = 5_000;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20); // Until then the compiler is still at work beside the calls.
    private static readonly TimeSpan Open = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Closed = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Sending = TimeSpan.FromMilliseconds(50);

    // The portal's own lines go nowhere, but are written.
    private static readonly TextWriter Screen = Console.Out;

    private int _turn;

    /// <summary>Measures and prints; the database is made in the folder that is named, or among the temporary files.</summary>
    public static async Task PrintAsync(string[] args)
    {
        var folder = Path.Combine(args.Length > 1 ? args[1] : Path.GetTempPath(), Path.GetRandomFileName());
        Directory.CreateDirectory(folder);
        SayDisk(folder);
        Console.SetOut(TextWriter.Null);
        // A quick machine asks more often for one person than the platform lets through.
        using var process = Process.Start(new ProcessStartInfo("dotnet") { ArgumentList = { SandboxFile(), "--Sandbox:Url=http://127.0.0.1:5019", "--Sandbox:FloodLimit=1000000" }, RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            var sandbox = new Uri("http://127.0.0.1:5019");
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
            await process.StandardOutput.ReadLineAsync();
            await using var portal = await FacePortal.StartAsync(sandbox, folder);
            await new FaceRun(sandbox, portal, new FaceCalls(http, sandbox, portal.Address)).RunAsync();
        }
        finally
        {
            process.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync()
    {
        await calls.PopulateAsync(Population);
        for (var i = 0; i < 200; i++)
        {
            await calls.FaceAsync(i % 2 == 0 ? FaceCalls.Status : FaceCalls.Otp, ++_turn); // A cold program answers the first calls by compiling.
        }

        await PaceAsync("check-status", turn => calls.FaceAsync(FaceCalls.Status, turn));
        await PaceAsync("otp", turn => calls.FaceAsync(FaceCalls.Otp, turn));
        await PaceAsync("mix", turn => calls.FaceAsync(turn % 2 == 0 ? FaceCalls.Status : FaceCalls.Otp, turn));
        var cookie = await calls.TokenAsync();
        foreach (var callers in new[] { 16, 64 })
        {
            await RaceAsync("check-status", callers, FaceCalls.Status, "/registrationprocessor/v1/registrationstatus/externalstatus/search", cookie, rid => $$"""
                {"id":"mosip.registration.external.status","version":"1.0","requesttime":"{{FaceCalls.Now()}}","request":[{"registrationId":"{{rid.Rid}}"}]}
                """);
            await RaceAsync("otp", callers, FaceCalls.Otp, "/idauthentication/v1/internal/otp", cookie, FaceCalls.OtpBody);
        }

        await calls.SlowDownAsync("ida.otp", Sending);
        await RaceAsync("otp, slow", 64, FaceCalls.Otp, "/idauthentication/v1/internal/otp", cookie, FaceCalls.OtpBody);
        Say($"answers other than expected: {calls.Wrong.Count} {calls.Wrong.FirstOrDefault()}");
    }

    // Calls begin on time, whether or not those before have ended.
    private async Task PaceAsync(string name, Func<int, Task> call)
    {
        await BeginAsync(WarmUp);
        portal.Note();
        await BeginAsync(Open);
        var noted = portal.Noted();
        Tell(name, [.. noted.SelectMany(path => path.Value)]);
        foreach (var (path, times) in noted.Where(_ => noted.Count > 1))
        {
            Tell($"  {path}", times);
        }

        async Task BeginAsync(TimeSpan span)
        {
            var (begun, clock) = (new List<Task>(), Stopwatch.StartNew());
            for (var i = 0; i < PerSecond * span.TotalSeconds; i++)
            {
                while (clock.Elapsed.TotalSeconds * PerSecond < i)
                {
                    await Task.Delay(1);
                }

                var turn = Interlocked.Increment(ref _turn);
                begun.Add(Task.Run(() => call(turn)));
            }

            await Task.WhenAll(begun);
        }
    }

    // Face and bare program by turns, three times.
    private async Task RaceAsync(string name, int callers, string path, string target, string cookie, Func<(string Uin, string Rid), string> body)
    {
        await using var bare = await BareProgram.StartAsync(new Uri(sandbox, target), cookie);
        Task Face(int turn) => calls.FaceAsync(path, turn);
        Task Bare(int turn) => calls.PostAsync(bare.Address, body(calls.ResidentOf(turn)));
        await RateAsync(callers, Face, Closed / 2);
        await RateAsync(callers, Bare, Closed / 2);
        SayShare(name, await CostAsync(callers, Face), await CostAsync(callers, Bare));
        var (face, plain) = (0.0, 0.0);
        for (var i = 0; i < 3; i++)
        {
            face += await RateAsync(callers, Face, Closed) / 3;
            plain += await RateAsync(callers, Bare, Closed) / 3;
        }

        Say($"{name,-14} {callers} at a time: face {face:F0} calls/s, bare program {plain:F0} calls/s, ratio {face / plain:F2}");
    }

    // Processor time a call, the caller's own in it: less shaken by whatever else is at work than the rates are.
    private async Task<double> CostAsync(int callers, Func<int, Task> call)
    {
        using var process = Process.GetCurrentProcess();
        var (before, first) = (process.TotalProcessorTime, _turn);
        await RateAsync(callers, call, Closed);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds / (_turn - first);
    }

    private async Task<double> RateAsync(int callers, Func<int, Task> call, TimeSpan span)
    {
        var (answered, clock) = (0, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (clock.Elapsed < span)
            {
                await call(Interlocked.Increment(ref _turn));
                Interlocked.Increment(ref answered);
            }
        })));
        return answered / clock.Elapsed.TotalSeconds;
    }

    // What a durable write costs here, without which the rest cannot be read.
    private static void SayDisk(string folder)
    {
        using var file = new FileStream(Path.Combine(folder, "probe"), FileMode.Create, FileAccess.Write, FileShare.None, 1);
        var times = new double[101];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            file.Write(new byte[8192]);
            file.Flush(flushToDisk: true);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Tell("8 KB to disk", times);
    }

    private static void Tell(string name, IReadOnlyCollection<double> times)
    {
        double[] sorted = [.. times.Order()];
        Say($"{name,-32} median {sorted[sorted.Length / 2]:F2} ms, p90 {sorted[sorted.Length * 90 / 100]:F2} ms, p99 {sorted[sorted.Length * 99 / 100]:F2} ms, of {sorted.Length}");
    }

    private static void SayShare(string name, double face, double bare) => Say($"{name,-14} processor time a call: face {face:F2} ms, bare program {bare:F2} ms");

    private static string SandboxFile() => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../Sandbox/bin/Release/net10.0/ResidentPortal.Sandbox.dll"));

    private static void Say(FormattableString line) => Screen.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
