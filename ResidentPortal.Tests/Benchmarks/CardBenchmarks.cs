using BenchmarkDotNet.Attributes;
using ResidentPortal.Core.Cards.Photos;
using ResidentPortal.Core.Cards.Protection;
using ResidentPortal.Core.Cards.Qr;
using ResidentPortal.Core.Cards.Rendering;

namespace ResidentPortal.Benchmarks;

/// <summary>One card on one core: the whole of it, and its parts in the same run.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class CardBenchmarks
{
    private string _qrText = string.Empty;
    private byte[] _plain = [];
    private byte[] _protected = [];

    [GlobalSetup]
    public void Setup()
    {
        using var library = new PhotoConversion(); // sets the image library up, for the process
        _qrText = SpecimenCard.Seal();
        _plain = CardDrawing.Draw(SpecimenCard.Write(_qrText));
        _protected = CardRun.Whole();
    }

    /// <summary>Claims signed, written, drawn, protected, opened again and refused without the password.</summary>
    [Benchmark(Baseline = true)]
    public int Whole() => CardRun.Whole().Length;

    /// <summary>Content to a tagged page, with the QR code on it.</summary>
    [Benchmark]
    public int Drawing() => CardDrawing.Draw(SpecimenCard.Write(_qrText)).Length;

    /// <summary>The password put on.</summary>
    [Benchmark]
    public int Protection() => PdfProtector.Protect(_plain, SpecimenCard.Password, PdfPermissions.OfCards).Length;

    /// <summary>The modules of the QR code.</summary>
    [Benchmark]
    public int Qr() => QrSymbol.Of(_qrText).Size;

    /// <summary>The claims as a signed text.</summary>
    [Benchmark]
    public int Sealing() => SpecimenCard.Seal().Length;

    /// <summary>Opened with the password, every object read; refused without.</summary>
    [Benchmark]
    public bool SelfCheck() => CardSelfCheck.Check(_protected, SpecimenCard.Password, isOurs: true) is CardFileFault.None;

    /// <summary>An enrolled face to the JPEG of a card.</summary>
    [Benchmark]
    public int Photo() => PhotoConversion.Convert(SpecimenCard.Enrolled).Jpeg!.Length;
}
