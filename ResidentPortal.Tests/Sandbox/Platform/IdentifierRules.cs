using System.Globalization;
using System.Text;

namespace ResidentPortal.Sandbox;

/// <summary>The rules of UIN, VID and RID: what ID authentication and the ID repository accept, and what the generators issue.</summary>
public static class IdentifierRules
{
    private const int UinLength = 10;
    private const int VidLength = 16;
    private const int RidLength = 29;

    /// <summary>ID authentication looks at length and check digit only.</summary>
    public static bool IsUin(string? text) => IsDigits(text, UinLength) && Verhoeff.IsValid(text!);

    /// <summary>Length and check digit of a VID.</summary>
    public static bool IsVid(string? text) => IsDigits(text, VidLength) && Verhoeff.IsValid(text!);

    /// <summary>29 digits that end in a real moment; a RID has no check digit.</summary>
    public static bool IsRid(string? text) => IsDigits(text, RidLength)
        && DateTime.TryParseExact(text![15..], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>The ID repository's validator of a UIN, whose rule of repeated digits became looser in 1.3.</summary>
    public static bool PassesUinValidator(string? text, SandboxProfile profile) =>
        IsUin(text) && text![0] is not ('0' or '1') && PassesUinFilters(text)
        && (profile == SandboxProfile.V1_3 ? !HasTriple(text) : !HasNearRepeat(text));

    /// <summary>The ID repository's validator of a VID.</summary>
    public static bool PassesVidValidator(string? text) =>
        IsVid(text) && text![0] is not ('0' or '1') && PassesSharedFilters(text) && !HasNearRepeat(text);

    /// <summary>A UIN as the UIN generator issues it.</summary>
    public static string NextUin(Random random) =>
        Next(random, UinLength, static text => PassesUinFilters(text) && !HasNearRepeat(text)
            && !HasWideRun(text) && !text.Contains("142857", StringComparison.Ordinal));

    /// <summary>A VID as the VID generator issues it.</summary>
    public static string NextVid(Random random) =>
        Next(random, VidLength, static text => PassesSharedFilters(text) && !HasNearRepeat(text));

    private static bool IsDigits(string? text, int length) =>
        text is not null && text.Length == length && text.All(char.IsAsciiDigit);

    private static bool PassesUinFilters(string text) =>
        PassesSharedFilters(text) && !HasThreeEven(text)
        && !string.Equals(text[..5], text[5..], StringComparison.Ordinal)
        && !text[..5].SequenceEqual(text[5..].Reverse());

    private static bool PassesSharedFilters(string text) =>
        !HasRun(text) && !HasRepeatedPair(text)
        && !text.Contains("786", StringComparison.Ordinal) && !text.Contains("666", StringComparison.Ordinal);

    private static bool HasRun(string text) =>
        Any(text, 3, static (a, b, c) => (b == a + 1 && c == b + 1) || (b == a - 1 && c == b - 1));

    // The generator also counts on from 9 to 0.
    private static bool HasWideRun(string text) =>
        text.Contains("890", StringComparison.Ordinal) || text.Contains("098", StringComparison.Ordinal);

    private static bool HasTriple(string text) => Any(text, 3, static (a, b, c) => a == b && b == c);

    private static bool HasThreeEven(string text) =>
        Any(text, 3, static (a, b, c) => IsEven(a) && IsEven(b) && IsEven(c));

    private static bool IsEven(char digit) => digit is '2' or '4' or '6' or '8';

    private static bool HasNearRepeat(string text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == text[i - 1] || (i > 1 && text[i] == text[i - 2]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasRepeatedPair(string text)
    {
        for (var i = 0; i + 3 < text.Length; i++)
        {
            if (text.IndexOf(text.Substring(i, 2), i + 2, StringComparison.Ordinal) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Any(string text, int width, Func<char, char, char, bool> test) =>
        Enumerable.Range(0, text.Length - width + 1).Any(i => test(text[i], text[i + 1], text[i + 2]));

    private static string Next(Random random, int length, Func<string, bool> isAllowed)
    {
        var digits = new StringBuilder(length);
        while (true)
        {
            digits.Clear().Append((char)('0' + random.Next(2, 10)));
            while (digits.Length < length - 1)
            {
                var digit = (char)('0' + random.Next(10));

                // Most random texts repeat a digit at once: not choosing it saves nearly all vain attempts.
                if (digit != digits[^1] && (digits.Length < 2 || digit != digits[^2]))
                {
                    digits.Append(digit);
                }
            }

            var text = digits.ToString();
            text += Verhoeff.CheckDigit(text);
            if (isAllowed(text))
            {
                return text;
            }
        }
    }
}
