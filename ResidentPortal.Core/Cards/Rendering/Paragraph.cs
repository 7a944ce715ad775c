using System.Collections.Concurrent;
using System.Globalization;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>A text that is broken into lines between words, and within a word only where it is wider than the line (Khmer has no spaces).</summary>
internal sealed class Paragraph
{
    private static readonly ConcurrentDictionary<(string Text, Weight Weight, bool IsRightToLeft), Paragraph> Fixed = new();

    private readonly Weight _weight;
    private readonly bool _isRightToLeft;
    private readonly List<(string Text, float Width)> _words;
    private readonly float _space;
    private readonly ConcurrentDictionary<string, TextLine> _set = new(StringComparer.Ordinal);

    public Paragraph(string text, Weight weight, bool? isRightToLeft = null)
    {
        var plain = PlainText.Of(text);
        _weight = weight;
        _isRightToLeft = isRightToLeft ?? Bidi.IsRightToLeft(plain) ?? false;
        _words = [.. plain.Split(' ').Select(word => (word, Measure(word)))];
        _space = _words.Count > 1 ? Measure(" ") : 0;
    }

    /// <summary>Words that are the same on every card of a language: set once and kept. Never for what the record says.</summary>
    public static Paragraph OfCards(string text, Weight weight, bool isRightToLeft) => Fixed.GetOrAdd((text, weight, isRightToLeft), key => new Paragraph(key.Text, key.Weight, key.IsRightToLeft));

    /// <summary>The width of the widest word, at size 1.</summary>
    public float WidestWord => _words.Max(word => word.Width);

    /// <summary>The lines that are no wider than this, at size 1.</summary>
    public List<TextLine> Lines(float width)
    {
        List<TextLine> lines = [];
        var line = string.Empty;
        var used = 0f;
        foreach (var (word, room) in _words.SelectMany(word => word.Width <= width ? [word] : Pieces(word.Text, width)))
        {
            if (line.Length > 0 && used + _space + room > width)
            {
                lines.Add(Set(line));
                line = string.Empty;
            }

            (line, used) = line.Length == 0 ? (word, room) : ($"{line} {word}", used + _space + room);
        }

        lines.Add(Set(line));
        return lines;
    }

    /// <summary>All of it on one line.</summary>
    public TextLine OneLine() => Lines(float.MaxValue)[0];

    // As many letters as go on a line; the last piece may share its line with the next word.
    private IEnumerable<(string Text, float Width)> Pieces(string word, float width)
    {
        var (piece, room) = (string.Empty, 0f);
        for (var letters = StringInfo.GetTextElementEnumerator(word); letters.MoveNext();)
        {
            var longer = piece + letters.GetTextElement();
            var wider = Measure(longer);
            if (piece.Length > 0 && wider > width)
            {
                yield return (piece, room);
                longer = letters.GetTextElement();
                wider = Measure(longer);
            }

            (piece, room) = (longer, wider);
        }

        yield return (piece, room);
    }

    // Trying sizes asks for the same lines again and again.
    private TextLine Set(string text) => _set.GetOrAdd(text, line => TextLine.Set(line, _weight, _isRightToLeft));

    private float Measure(string text) => Set(text).Width;
}
