using BenchmarkDotNet.Running;
using ResidentPortal.Benchmarks;

if (args is ["cards"])
{
    CardRun.Print();
}
else if (args is ["papers"])
{
    await PaperRun.PrintAsync();
}
else if (args is ["packets"])
{
    PacketRun.Print();
}
else if (args is ["circuits", _, _, _, ..])
{
    await CircuitRun.PrintAsync(args);
}
else if (args is ["history"])
{
    await HistoryRun.PrintAsync();
}
else if (args is ["requests"])
{
    await RequestRun.PrintAsync();
}
else if (args is ["face", ..])
{
    await FaceRun.PrintAsync(args);
}
else
{
    BenchmarkSwitcher.FromAssembly(typeof(CardBenchmarks).Assembly).Run(args);
}
