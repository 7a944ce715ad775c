using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>Glyphs of one font that stand side by side, at size 1, with the characters they stand for.</summary>
/// <param name="Font">The font.</param>
/// <param name="Level">The bidirectional level.</param>
/// <param name="Order">Which run of the line it is to a reader.</param>
internal sealed record GlyphRun(CardFont Font, byte Level, int Order)
{
    /// <summary>The glyphs from left to right.</summary>
    public required IReadOnlyList<RunGlyph> Glyphs { get; init; }

    /// <summary>The characters as they stand from left to right, in UTF-8.</summary>
    public required byte[] Text { get; init; }

    /// <summary>How far the next run stands away.</summary>
    public required float Width { get; init; }

    /// <summary>How far it reaches above its base.</summary>
    public required float Top { get; init; }

    /// <summary>How far it reaches below its base.</summary>
    public required float Bottom { get; init; }

    /// <summary>Whether glyphs and characters do not go one for one.</summary>
    public bool IsComplex => Font != CardFonts.Plain(Weight.Regular) && Font != CardFonts.Plain(Weight.Bold);

    /// <summary>Shapes characters of one font, script and direction.</summary>
    public static GlyphRun Shape(CardFont font, string text, Script script, byte level, int order)
    {
        using var buffer = new HarfBuzzSharp.Buffer { ClusterLevel = ClusterLevel.MonotoneCharacters };
        var utf8 = Encoding.UTF8.GetBytes(text);
        buffer.AddUtf8(utf8);
        buffer.Script = script;
        buffer.Direction = level % 2 == 0 ? Direction.LeftToRight : Direction.RightToLeft;
        font.Shape(buffer);
        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new RunGlyph[infos.Length];
        var (pen, top, bottom, scale) = (0, 0, 0, 1f / font.UnitsPerEm);
        for (var i = 0; i < infos.Length; i++)
        {
            var position = positions[i];
            glyphs[i] = new RunGlyph((ushort)infos[i].Codepoint, (pen + position.XOffset) * scale, -position.YOffset * scale, position.XAdvance * scale, infos[i].Cluster);
            pen += position.XAdvance;
            var (upper, lower) = font.Edges(infos[i].Codepoint);
            (top, bottom) = (Math.Max(top, upper + position.YOffset), Math.Min(bottom, lower + position.YOffset));
        }

        var run = new GlyphRun(font, level, order) { Glyphs = glyphs, Text = utf8, Width = pen * scale, Top = top * scale, Bottom = -bottom * scale };
        return level % 2 != 0 ? LegibleGlyphs.FromRight(run) : run.IsComplex ? LegibleGlyphs.ByWord(run) : run;
    }
}

/// <summary>A glyph at its place.</summary>
/// <param name="Id">Its number in the font.</param>
/// <param name="X">Where it stands from the beginning of the run.</param>
/// <param name="Y">How far below the base.</param>
/// <param name="Advance">How wide it is to its neighbour.</param>
/// <param name="Cluster">The first byte of the characters it stands for.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct RunGlyph(ushort Id, float X, float Y, float Advance, uint Cluster)
{
    /// <summary>The place as Skia wants it.</summary>
    public SKPoint At(float size) => new(X * size, Y * size);
}
