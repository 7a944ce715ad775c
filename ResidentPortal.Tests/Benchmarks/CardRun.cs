using System.Diagnostics;
using System.Globalization;
using ResidentPortal.Core.Cards.Protection;
using ResidentPortal.Core.Cards.Rendering;

namespace ResidentPortal.Benchmarks;

/// <summary>Cards one after the other and side by side: how many a second, and what the process keeps.</summary>
internal static class CardRun
{
    private const int WarmUp = 50;
    private const int Many = 500;

    /// <summary>A finished card.</summary>
    public static byte[] Whole()
    {
        var file = PdfProtector.Protect(CardDrawing.Draw(SpecimenCard.Write(SpecimenCard.Seal())), SpecimenCard.Password, PdfPermissions.OfCards);
        return CardSelfCheck.Check(file, SpecimenCard.Password, isOurs: true) is CardFileFault.None ? file : throw new InvalidOperationException("The card does not open.");
    }

    /// <summary>Measures and prints.</summary>
    public static void Print()
    {
        var size = 0;
        for (var i = 0; i < WarmUp; i++)
        {
            size = Whole().Length;
        }

        var memory = WorkingSet();
        var processor = ProcessorTime();
        var times = new double[Many - WarmUp];
        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            Whole();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        processor = (ProcessorTime() - processor) / times.Length;
        var after = WorkingSet();
        Array.Sort(times);
        var clock = Stopwatch.StartNew();
        Parallel.For(0, Many, new ParallelOptions { MaxDegreeOfParallelism = 2 }, _ => Whole());
        var rate = Many / clock.Elapsed.TotalSeconds;
        Say($"size                     {size / 1024.0:F1} KB");
        Say($"one card                 median {times[times.Length / 2]:F1} ms, p95 {times[times.Length * 95 / 100]:F1} ms");
        Say($"processor time           {processor:F1} ms a card");
        Say($"two at a time            {rate:F0} cards/s");
        Say($"process after {WarmUp}         {memory:F0} MB");
        Say($"process after {Many}        {after:F0} MB ({after - memory:+0;-0;0} MB)");
    }

    // On a machine that does other things as well, the figure to trust.
    private static double ProcessorTime()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime.TotalMilliseconds;
    }

    private static double WorkingSet()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / (1024.0 * 1024);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
