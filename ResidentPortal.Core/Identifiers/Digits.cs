using System.Globalization;
using System.Text;

namespace ResidentPortal.Core.Identifiers;

/// <summary>Numbers as people type them: in groups, with hyphens, in the digits of any script.</summary>
internal static class Digits
{
    /// <summary>Drops spaces, hyphens and invisible direction marks, and turns the decimal digits of every script into ASCII; other characters stay.</summary>
    public static string Normalize(string? typed)
    {
        var result = new StringBuilder();
        foreach (var rune in (typed ?? string.Empty).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.SpaceSeparator or UnicodeCategory.DashPunctuation or UnicodeCategory.Format or UnicodeCategory.Control:
                    break;
                case UnicodeCategory.DecimalDigitNumber:
                    result.Append((int)Rune.GetNumericValue(rune));
                    break;
                default:
                    result.Append(rune.ToString());
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>Whether the text is not empty and holds ASCII digits only.</summary>
    public static bool AreAll(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>Whether three digits follow one another upwards or downwards (123, 987), as the platform's filters forbid.</summary>
    public static bool HasSequence(ReadOnlySpan<char> digits)
    {
        for (var i = 0; i + 2 < digits.Length; i++)
        {
            var step = digits[i + 1] - digits[i];
            if (step is 1 or -1 && digits[i + 2] - digits[i + 1] == step)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a block of two digits stands twice without overlapping itself.</summary>
    public static bool HasRepeatedBlock(ReadOnlySpan<char> digits)
    {
        for (var i = 0; i + 3 < digits.Length; i++)
        {
            if (digits[(i + 2)..].IndexOf(digits.Slice(i, 2)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The digits in groups of four, for people to read and compare.</summary>
    public static string Group(string digits) => string.Join(' ', digits.Chunk(4).Select(group => new string(group)));
}
