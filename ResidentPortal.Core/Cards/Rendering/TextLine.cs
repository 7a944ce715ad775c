using System.Text;
using HarfBuzzSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>A line of text, set at size 1: runs from left to right, and how much room it takes.</summary>
internal sealed class TextLine
{
    private const float LeastAscent = 0.78f;
    private const float LeastDescent = 0.24f;
    private static readonly UnicodeFunctions Unicode = UnicodeFunctions.Default;

    private TextLine(string text, bool isRightToLeft, List<GlyphRun> runs)
    {
        (Text, IsRightToLeft, Runs) = (text, isRightToLeft, runs);
        Width = runs.Sum(run => run.Width);
        Ascent = runs.Select(run => run.Top).Append(LeastAscent).Max();
        Descent = runs.Select(run => run.Bottom).Append(LeastDescent).Max();
    }

    /// <summary>The characters as they are read.</summary>
    public string Text { get; }

    /// <summary>Whether the line begins at the right.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>The runs from left to right.</summary>
    public IReadOnlyList<GlyphRun> Runs { get; }

    /// <summary>How wide it is.</summary>
    public float Width { get; }

    /// <summary>How far it reaches above its base.</summary>
    public float Ascent { get; }

    /// <summary>How far it reaches below its base.</summary>
    public float Descent { get; }

    /// <summary>Sets a line; without a direction it takes that of its first letter.</summary>
    public static TextLine Set(string text, Weight weight, bool? isRightToLeft = null)
    {
        var direction = isRightToLeft ?? Bidi.IsRightToLeft(text) ?? false;
        Rune[] runes = [.. text.EnumerateRunes()];
        var levels = Bidi.Levels(runes, direction);
        var scripts = Scripts(runes);
        List<GlyphRun> runs = [];
        for (var start = 0; start < runes.Length;)
        {
            var font = CardFonts.For(scripts[start], runes[start].Value, weight);
            var end = start + 1;
            while (end < runes.Length && levels[end] == levels[start] && scripts[end] == scripts[start] && (IsInvisible(runes[end]) || CardFonts.For(scripts[end], runes[end].Value, weight) == font))
            {
                end++;
            }

            runs.Add(GlyphRun.Shape(font, string.Concat(runes[start..end]), scripts[start], levels[start], runs.Count));
            start = end;
        }

        Bidi.Reorder(runs, run => run.Level);
        return new TextLine(text, direction, runs);
    }

    // A character of no script, such as a space or a digit, goes with what stands before it; at the beginning, with what follows.
    private static Script[] Scripts(Rune[] runes)
    {
        var scripts = new Script[runes.Length];
        var last = Array.FindIndex(runes, rune => IsOfScript(Unicode.GetScript(rune.Value))) is >= 0 and var first ? Unicode.GetScript(runes[first].Value) : Script.Latin;
        for (var i = 0; i < runes.Length; i++)
        {
            var script = Unicode.GetScript(runes[i].Value);
            last = scripts[i] = IsOfScript(script) ? script : last;
        }

        return scripts;
    }

    private static bool IsOfScript(Script script) => script != Script.Common && script != Script.Inherited && script != Script.Unknown;

    private static bool IsInvisible(Rune rune) => Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.Format;
}
