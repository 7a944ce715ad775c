using System.Runtime.InteropServices;
using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// The part of a font that one card needs (HarfBuzz <c>hb_subset</c>): Skia embeds a font whole, half a megabyte for a name. The numbers of the glyphs stay, since the
/// lines were set with them; the tables for setting text are dropped, since the lines are set.
/// </summary>
internal static class FontSubset
{
    private const string Library = "libHarfBuzzSharp";
    private const int DropTables = 3;
    private const uint Flags = 0x1 | 0x2 | 0x40; // no hinting, glyph numbers kept, outline of the empty box kept
    private static readonly uint[] SettingTables = [Tag("GSUB"), Tag("GPOS"), Tag("GDEF"), Tag("kern")];

    /// <summary>The subset as a typeface; the caller lets go of it.</summary>
    public static SKTypeface Of(CardFont font, IEnumerable<ushort> glyphs, IEnumerable<int> codePoints)
    {
        var input = hb_subset_input_create_or_fail();
        var (subset, blob) = (nint.Zero, nint.Zero);
        try
        {
            Add(hb_subset_input_glyph_set(input), glyphs.Select(glyph => (uint)glyph));
            Add(hb_subset_input_unicode_set(input), codePoints.Select(codePoint => (uint)codePoint));
            Add(hb_subset_input_set(input, DropTables), SettingTables);
            hb_subset_input_set_flags(input, Flags);
            subset = hb_subset_or_fail(font.Face, input);
            if (subset == 0)
            {
                throw new InvalidOperationException("HarfBuzz makes no subset of this font.");
            }

            blob = hb_face_reference_blob(subset);
            using var data = SKData.CreateCopy(hb_blob_get_data(blob, out var length), length);
            return SKTypeface.FromData(data) ?? throw new InvalidOperationException("Skia does not read the subset of a font.");
        }
        finally
        {
            hb_blob_destroy(blob);
            hb_face_destroy(subset);
            hb_subset_input_destroy(input);
        }
    }

    private static void Add(nint set, IEnumerable<uint> values)
    {
        foreach (var value in values)
        {
            hb_set_add(set, value);
        }
    }

    private static uint Tag(string name) => (uint)((name[0] << 24) | (name[1] << 16) | (name[2] << 8) | name[3]);

    [DllImport(Library)]
    private static extern nint hb_subset_input_create_or_fail();

    [DllImport(Library)]
    private static extern void hb_subset_input_destroy(nint input);

    [DllImport(Library)]
    private static extern nint hb_subset_input_glyph_set(nint input);

    [DllImport(Library)]
    private static extern nint hb_subset_input_unicode_set(nint input);

    [DllImport(Library)]
    private static extern nint hb_subset_input_set(nint input, int kind);

    [DllImport(Library)]
    private static extern void hb_subset_input_set_flags(nint input, uint flags);

    [DllImport(Library)]
    private static extern nint hb_subset_or_fail(nint face, nint input);

    [DllImport(Library)]
    private static extern void hb_set_add(nint set, uint value);

    [DllImport(Library)]
    private static extern nint hb_face_reference_blob(nint face);

    [DllImport(Library)]
    private static extern void hb_face_destroy(nint face);

    [DllImport(Library)]
    private static extern nint hb_blob_get_data(nint blob, out uint length);

    [DllImport(Library)]
    private static extern void hb_blob_destroy(nint blob);
}
