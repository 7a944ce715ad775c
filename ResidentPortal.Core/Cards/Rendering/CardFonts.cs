using HarfBuzzSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>The weight of a line.</summary>
internal enum Weight
{
    Regular,
    Bold,
}

/// <summary>Which of the Noto fonts (OFL, beside this file) sets which script. A character that none has is set as the empty box of the font it stands in.</summary>
internal static class CardFonts
{
    private static readonly Lazy<CardFont>[] Latin = Both("NotoSans");

    private static readonly Dictionary<Script, Lazy<CardFont>[]> OfScripts = new()
    {
        [Script.Arabic] = Both("NotoSansArabic"),
        [Script.Bengali] = Both("NotoSansBengali"),
        [Script.Devanagari] = Both("NotoSansDevanagari"),
        [Script.Ethiopic] = Both("NotoSansEthiopic"),
        [Script.Kannada] = Both("NotoSansKannada"),
        [Script.Khmer] = Both("NotoSansKhmer"),
        [Script.Sinhala] = Both("NotoSansSinhala"),
        [Script.Tamil] = Both("NotoSansTamil"),
    };

    /// <summary>The font for a character in a run of a script: the script's own where it has the character, else the one for Latin.</summary>
    public static CardFont For(Script script, int codePoint, Weight weight)
    {
        var latin = Plain(weight);
        if (!OfScripts.TryGetValue(script, out var own))
        {
            return latin;
        }

        var font = own[(int)weight].Value;
        return font.Has(codePoint) || !latin.Has(codePoint) ? font : latin;
    }

    /// <summary>The font whose characters are a glyph each: Latin, Greek, Cyrillic, digits.</summary>
    public static CardFont Plain(Weight weight) => Latin[(int)weight].Value;

    private static Lazy<CardFont>[] Both(string family) => [new(() => CardFont.Load($"{family}-Regular")), new(() => CardFont.Load($"{family}-Bold"))];
}
