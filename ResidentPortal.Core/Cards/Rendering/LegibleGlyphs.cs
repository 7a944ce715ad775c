using System.Text;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// Lets a reader get the characters back from the glyphs. A PDF gives back what stands from left to right, a character at a time, and readers begin a new word where a
/// character does not begin at the end of the one before. So characters that share a glyph, and marks that stand above others, get a glyph without ink or width, at the place where they are read. What stays: poppler takes a mark on the very last letter of a line to stand outside of it.
/// </summary>
internal static class LegibleGlyphs
{
    private const float Sliver = 0.15f; // of the size: readers take what stands nearer than a tenth for the same character drawn twice

    /// <summary>
    /// Indic and Khmer letters change places with one another: a word is told as a whole, over all of its glyphs, up to where it ends.
    /// </summary>
    public static GlyphRun ByWord(GlyphRun run)
    {
        List<RunGlyph> glyphs = [];
        for (var i = 0; i < run.Glyphs.Count;)
        {
            var glyph = run.Glyphs[i];
            if (IsSpace(run, glyph))
            {
                glyphs.Add(glyph);
                i++;
                continue;
            }

            var (word, end) = (glyph.Cluster, 0f);
            for (; i < run.Glyphs.Count && !IsSpace(run, run.Glyphs[i]); i++)
            {
                glyphs.Add(run.Glyphs[i] with { Cluster = word });
                end = i + 1 < run.Glyphs.Count ? Pen(run, i + 1) : run.Width;
            }

            glyphs.Add(new RunGlyph(run.Font.Blank, end, 0, 0, word));
        }

        return run with { Glyphs = glyphs };
    }

    /// <summary>From right to left: the last character of a glyph stands leftmost, and each mark left of the letter that carries it.</summary>
    public static GlyphRun FromRight(GlyphRun run)
    {
        List<RunGlyph> glyphs = [];
        List<RunGlyph> marks = [];
        using var text = new MemoryStream(run.Text.Length);
        var end = run.Text.Length;
        var (pen, told) = (0f, 0f);
        // Clusters fall from left to right: the first group holds the last characters.
        for (var i = 0; i < run.Glyphs.Count;)
        {
            var cluster = run.Glyphs[i].Cluster;
            var group = run.Glyphs.Skip(i).TakeWhile(glyph => glyph.Cluster == cluster).ToList();
            i += group.Count;
            Rune[] characters = [.. Encoding.UTF8.GetString(run.Text.AsSpan((int)cluster, end - (int)cluster)).EnumerateRunes().Reverse()];
            end = (int)cluster;
            var advance = group.Sum(glyph => glyph.Advance);
            if (advance == 0 && i < run.Glyphs.Count)
            {
                marks.AddRange(group);
                Tell(characters, [], told + (characters.Length * Sliver));
                continue;
            }

            pen += advance;
            var slivers = (characters.Length - 1) * Math.Min(Sliver, advance / (characters.Length + 1));
            Tell(characters[..1], group.Where(glyph => glyph.Advance > 0).Concat(group.Where(glyph => glyph.Advance == 0)).Concat(marks), pen - slivers);
            marks.Clear();
            Tell(characters[1..], [], pen);
        }

        return run with { Glyphs = glyphs, Text = text.ToArray() };

        // Each character from where the one before ends to its share of the way; what is drawn stands where it stands.
        void Tell(Rune[] characters, IEnumerable<RunGlyph> drawn, float until)
        {
            var width = (until - told) / Math.Max(characters.Length, 1);
            foreach (var character in characters)
            {
                var place = (uint)text.Position;
                glyphs.Add(new RunGlyph(run.Font.Blank, told, 0, 0, place));
                glyphs.AddRange(drawn.Select(glyph => glyph with { Cluster = place }));
                glyphs.Add(new RunGlyph(run.Font.Blank, told += width, 0, 0, place));
                text.Write(Encoding.UTF8.GetBytes(character.ToString()));
            }
        }
    }

    private static float Pen(GlyphRun run, int glyph)
    {
        var pen = 0f;
        for (var i = 0; i < glyph; i++)
        {
            pen += run.Glyphs[i].Advance;
        }

        return pen;
    }

    private static bool IsSpace(GlyphRun run, RunGlyph glyph) => run.Text[(int)glyph.Cluster] is (byte)' ';
}
