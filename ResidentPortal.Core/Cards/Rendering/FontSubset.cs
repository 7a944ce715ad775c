using System.Runtime.InteropServices;
using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// The part of a font that one card needs (HarfBuzz <c>hb_subset</c>): Skia embeds a font whole, half a megabyte for a name. The tables for setting text are dropped, since
/// the lines are set; the glyphs get new numbers.
/// </summary>
internal sealed class FontSubset : IDisposable
{
    private const string Library = "libHarfBuzzSharp";
    private const int DropTables = 3;
    private const uint Flags = 0x1 | 0x40; // no hinting, outline of the empty box kept
    private static readonly uint[] SettingTables = [Tag("GSUB"), Tag("GPOS"), Tag("GDEF"), Tag("kern")];

    private readonly Dictionary<ushort, ushort> _numbers;

    private FontSubset(SKTypeface typeface, Dictionary<ushort, ushort> numbers) => (Typeface, _numbers) = (typeface, numbers);

    /// <summary>The subset for Skia.</summary>
    public SKTypeface Typeface { get; }

    /// <summary>A face with what every subset of it needs worked out beforehand.</summary>
    public static nint Prepare(nint face) => hb_subset_preprocess(face);

    /// <summary>Lets go of a prepared face.</summary>
    public static void Release(nint face) => hb_face_destroy(face);

    /// <summary>The subset of a font with these glyphs.</summary>
    public static FontSubset Of(CardFont font, IReadOnlyCollection<ushort> glyphs, IEnumerable<int> codePoints)
    {
        var input = hb_subset_input_create_or_fail();
        var (plan, subset, blob) = (nint.Zero, nint.Zero, nint.Zero);
        try
        {
            Add(hb_subset_input_glyph_set(input), glyphs.Select(glyph => (uint)glyph));
            Add(hb_subset_input_unicode_set(input), codePoints.Select(codePoint => (uint)codePoint));
            Add(hb_subset_input_set(input, DropTables), SettingTables);
            hb_subset_input_set_flags(input, Flags);
            plan = hb_subset_plan_create_or_fail(font.SubsetSource, input);
            subset = plan == 0 ? 0 : hb_subset_plan_execute_or_fail(plan);
            if (subset == 0)
            {
                throw new InvalidOperationException("HarfBuzz makes no subset of this font.");
            }

            blob = hb_face_reference_blob(subset);
            using var data = SKData.CreateCopy(hb_blob_get_data(blob, out var length), length);
            var numbers = hb_subset_plan_old_to_new_glyph_mapping(plan);
            return new FontSubset(
                SKTypeface.FromData(data) ?? throw new InvalidOperationException("Skia does not read the subset of a font."),
                glyphs.ToDictionary(glyph => glyph, glyph => (ushort)hb_map_get(numbers, glyph)));
        }
        finally
        {
            hb_blob_destroy(blob);
            hb_face_destroy(subset);
            hb_subset_plan_destroy(plan);
            hb_subset_input_destroy(input);
        }
    }

    /// <summary>The number of a glyph in the subset.</summary>
    public ushort NumberOf(ushort glyph) => _numbers[glyph];

    public void Dispose() => Typeface.Dispose();

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
    private static extern nint hb_subset_preprocess(nint face);

    [DllImport(Library)]
    private static extern nint hb_subset_plan_create_or_fail(nint face, nint input);

    [DllImport(Library)]
    private static extern nint hb_subset_plan_execute_or_fail(nint plan);

    [DllImport(Library)]
    private static extern nint hb_subset_plan_old_to_new_glyph_mapping(nint plan);

    [DllImport(Library)]
    private static extern void hb_subset_plan_destroy(nint plan);

    [DllImport(Library)]
    private static extern uint hb_map_get(nint map, uint key);

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
