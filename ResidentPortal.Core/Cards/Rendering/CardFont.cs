using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// A font file as HarfBuzz sees it, in the font's own units. Loaded once and never changed, so that any number of cards may be set with it at a time.
/// </summary>
internal sealed class CardFont : IDisposable
{
    private readonly byte[] _file; // pinned; the face reads from it as long as it lives
    private readonly Face _face;
    private readonly Font _font;
    private readonly Lazy<nint> _source;

    private CardFont(byte[] file)
    {
        _file = file;
        var blob = new Blob(Marshal.UnsafeAddrOfPinnedArrayElement(_file, 0), _file.Length, MemoryMode.ReadOnly);
        _face = new Face(blob, 0);
        _face.MakeImmutable();
        UnitsPerEm = _face.UnitsPerEm;
        _font = new Font(_face);
        _font.SetScale(UnitsPerEm, UnitsPerEm);
        _font.SetFunctionsOpenType();
        _source = new(() => FontSubset.Prepare(_face.Handle));
        Blank = (ushort)Enumerable.Range(1, _face.GlyphCount - 1).First(glyph => _font.GetHorizontalGlyphAdvance((uint)glyph) == 0 && Edges((uint)glyph) == (0, 0));
    }

    /// <summary>How many units the size of the font has.</summary>
    public int UnitsPerEm { get; }

    /// <summary>A glyph without ink or width; every font of Noto has one near its beginning.</summary>
    public ushort Blank { get; }

    /// <summary>The face, prepared to take subsets of.</summary>
    public nint SubsetSource => _source.Value;

    /// <summary>The font among the resources of this assembly.</summary>
    public static CardFont Load(string name)
    {
        using var resource = typeof(CardFont).Assembly.GetManifestResourceStream($"{typeof(CardFont).Namespace}.Fonts.{name}.ttf")
            ?? throw new InvalidOperationException($"The font {name} is not in this assembly.");
        var file = GC.AllocateUninitializedArray<byte>((int)resource.Length, pinned: true);
        resource.ReadExactly(file);
        return new CardFont(file);
    }

    /// <summary>Whether the font has a glyph of its own for a character.</summary>
    public bool Has(int codePoint) => _font.TryGetGlyph(codePoint, out var glyph) && glyph != 0;

    public void Dispose()
    {
        if (_source.IsValueCreated)
        {
            FontSubset.Release(_source.Value);
        }

        _font.Dispose();
        _face.Dispose();
    }

    /// <summary>Turns the characters of the buffer into glyphs.</summary>
    public void Shape(HarfBuzzSharp.Buffer buffer) => _font.Shape(buffer);

    /// <summary>The upper and lower edge of a glyph.</summary>
    public (int Top, int Bottom) Edges(uint glyph) => _font.TryGetGlyphExtents(glyph, out var extents) ? (extents.YBearing, extents.YBearing + extents.Height) : (0, 0);
}
