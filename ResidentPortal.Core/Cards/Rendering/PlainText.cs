using System.Globalization;
using System.Text;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// A text of the record as it may be printed: what would break or turn the line (control characters, embeddings and overrides of direction, lone surrogates) is
/// taken out, and nothing in it is an instruction to anybody.
/// </summary>
internal static class PlainText
{
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    /// <summary>The text on one line.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                plain.Append(plain.Length > 0 && plain[^1] is not ' ' ? " " : string.Empty);
            }
            else if (rune.Value is Joiner or NonJoiner || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse))
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString().TrimEnd();
    }
}
