using System.Globalization;
using System.Text;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>
/// The direction of each character of a line (Unicode Standard Annex 9, rules P2, W1 to W7, N1, N2, I1, I2, L1, L2). Lines come without embeddings, overrides and
/// isolates (<see cref="PlainText"/>), so the rules for those are not here; nor is N0, for pairs of brackets.
/// </summary>
internal static class Bidi
{
    private enum Kind : byte
    {
        L,
        R,
        AL,
        EN,
        AN,
        ES,
        ET,
        CS,
        NSM,
        ON,
    }

    /// <summary>P2, P3: whether the first character with a direction runs to the left; null where there is none.</summary>
    public static bool? IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var kind = KindOf(rune);
            if (kind is Kind.L or Kind.R or Kind.AL)
            {
                return kind is not Kind.L;
            }
        }

        return null;
    }

    /// <summary>The level of each character: even ones run to the right.</summary>
    public static byte[] Levels(ReadOnlySpan<Rune> line, bool isRightToLeft)
    {
        var kinds = new Kind[line.Length];
        for (var i = 0; i < line.Length; i++)
        {
            kinds[i] = KindOf(line[i]);
        }

        var side = isRightToLeft ? Kind.R : Kind.L;
        ResolveWeak(kinds, side);
        ResolveNeutral(kinds, side);
        var levels = new byte[kinds.Length];
        for (var i = 0; i < kinds.Length; i++)
        {
            levels[i] = (byte)(isRightToLeft ? (kinds[i] is Kind.R ? 1 : 2) : kinds[i] switch { Kind.L => 0, Kind.R => 1, _ => 2 });
        }

        for (var i = line.Length - 1; i >= 0 && Rune.IsWhiteSpace(line[i]); i--)
        {
            levels[i] = (byte)(isRightToLeft ? 1 : 0);
        }

        return levels;
    }

    /// <summary>L2: turns runs into the order in which they stand from left to right.</summary>
    public static void Reorder<T>(List<T> runs, Func<T, byte> level)
    {
        if (runs.Count == 0)
        {
            return;
        }

        for (int height = runs.Max(level); height > 0; height--)
        {
            for (var i = 0; i < runs.Count; i++)
            {
                var start = i;
                while (i < runs.Count && level(runs[i]) >= height)
                {
                    i++;
                }

                runs.Reverse(start, i - start);
            }
        }
    }

    private static void ResolveWeak(Kind[] kinds, Kind side)
    {
        var (strong, before) = (side, side);
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = kinds[i] switch { Kind.NSM => before, Kind.EN when strong is Kind.AL => Kind.AN, var other => other }; // W1, W2
            before = kinds[i];
            strong = before is Kind.L or Kind.R or Kind.AL ? before : strong;
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = kinds[i] is Kind.AL ? Kind.R : kinds[i]; // W3
            if (i > 0 && i < kinds.Length - 1 && kinds[i - 1] == kinds[i + 1] && kinds[i + 1] is Kind.EN or Kind.AN
                && (kinds[i] is Kind.CS || (kinds[i] is Kind.ES && kinds[i + 1] is Kind.EN)))
            {
                kinds[i] = kinds[i + 1]; // W4
            }
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            var start = i;
            while (i < kinds.Length && kinds[i] is Kind.ET)
            {
                i++;
            }

            var isOfNumber = (start > 0 && kinds[start - 1] is Kind.EN) || (i < kinds.Length && kinds[i] is Kind.EN);
            kinds.AsSpan(start, i - start).Fill(isOfNumber ? Kind.EN : Kind.ON); // W5, W6
        }

        strong = side;
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = kinds[i] switch { Kind.ES or Kind.CS => Kind.ON, Kind.EN when strong is Kind.L => Kind.L, var other => other }; // W6, W7
            strong = kinds[i] is Kind.L or Kind.R ? kinds[i] : strong;
        }
    }

    // N1, N2: between two of a direction the same direction, else that of the line. Numbers count as right to left.
    private static void ResolveNeutral(Kind[] kinds, Kind side)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            var start = i;
            while (i < kinds.Length && kinds[i] is Kind.ON)
            {
                i++;
            }

            var before = start > 0 ? Strong(kinds[start - 1]) : side;
            var after = i < kinds.Length ? Strong(kinds[i]) : side;
            kinds.AsSpan(start, i - start).Fill(before == after ? before : side);
        }

        static Kind Strong(Kind kind) => kind is Kind.L ? Kind.L : Kind.R;
    }

    private static Kind KindOf(Rune rune) => rune.Value switch
    {
        (>= '0' and <= '9') or (>= 0x06F0 and <= 0x06F9) => Kind.EN,
        (>= 0x0660 and <= 0x0669) or 0x066B or 0x066C => Kind.AN,
        '+' or '-' => Kind.ES,
        '#' or '$' or '%' or 0xA2 or 0xA3 or 0xA4 or 0xA5 or 0xB0 or 0xB1 or 0x066A or (>= 0x2030 and <= 0x2034) or (>= 0x20A0 and <= 0x20CF) => Kind.ET,
        ',' or '.' or '/' or ':' or 0xA0 or 0x060C or 0x202F or 0x2044 => Kind.CS,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => Kind.NSM,
            _ when IsArabic(rune.Value) => Kind.AL,
            _ when rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFB4F) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF) => Kind.R,
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.PrivateUse => Kind.L,
            _ => Kind.ON,
        },
    };

    private static bool IsArabic(int value) => value is (>= 0x0600 and <= 0x07BF) or (>= 0x0860 and <= 0x08FF) or (>= 0xFB50 and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);
}
