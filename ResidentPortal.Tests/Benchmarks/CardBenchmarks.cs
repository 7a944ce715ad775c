using BenchmarkDotNet.Attributes;
using ResidentPortal.Core.Cards.Protection;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Cards.Rendering;

namespace ResidentPortal.Benchmarks;

/// <summary>One card on one core: the whole of it, and its parts in the same run.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class CardBenchmarks
{
    private byte[] _plain = [];

    [GlobalSetup]
    public void Setup() => _plain = CardDrawing.Draw(SpecimenCard.Write());

    /// <summary>Written, drawn, protected, opened again and refused without the password.</summary>
    [Benchmark(Baseline = true)]
    public int Whole() => CardRun.Whole().Length;

    /// <summary>Content to a tagged page, with the QR code on it.</summary>
    [Benchmark]
    public int Drawing() => CardDrawing.Draw(SpecimenCard.Write()).Length;

    /// <summary>The password put on.</summary>
    [Benchmark]
    public int Protection() => PdfProtector.Protect(_plain, SpecimenCard.Password, PdfPermissions.OfCards).Length;

    /// <summary>The modules of the QR code.</summary>
    [Benchmark]
    public int Qr() => QrSymbol.Of(SpecimenCard.QrText).Size;
}
