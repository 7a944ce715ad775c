namespace ResidentPortal.Core.Identifiers;

/// <summary>
/// A Unique Identification Number: ten digits, the last a Verhoeff check digit. Judged by the rules of MOSIP 1.3's <c>UinValidatorImpl</c>, which accepts
/// all that 1.2 accepts and a little more.
/// </summary>
public sealed record Uin
{
    /// <summary>How many digits a UIN has.</summary>
    public const int Length = 10;

    private readonly string _digits;

    private Uin(string digits) => _digits = digits;

    /// <summary>The UIN that was typed, or null and the first rule that it breaks.</summary>
    public static Uin? Parse(string? typed, out UinFault fault)
    {
        var digits = Digits.Normalize(typed);
        fault = Judge(digits);
        return fault is UinFault.None ? new Uin(digits) : null;
    }

    /// <summary>Whether the text is a UIN; spaces, hyphens and the digits of any script are understood.</summary>
    public static bool TryParse(string? typed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Uin? uin)
    {
        uin = Parse(typed, out _);
        return uin is not null;
    }

    /// <summary>The ten digits. Everywhere else the number is masked.</summary>
    public string Reveal() => _digits;

    /// <summary>The number with all but its last four digits hidden.</summary>
    public override string ToString() => $"••••••{_digits[^4..]}";

    private static UinFault Judge(string digits)
    {
        if (digits.Length == 0)
        {
            return UinFault.Empty;
        }

        if (digits.Length != Length)
        {
            return UinFault.WrongLength;
        }

        if (!Digits.AreAll(digits))
        {
            return UinFault.NotDigits;
        }

        if (digits[0] is '0' or '1')
        {
            return UinFault.FirstDigit;
        }

        if (Digits.HasSequence(digits) || Digits.HasRepeatedBlock(digits) || HasThreeEven(digits) || HasThreeEqual(digits)
            || digits.Contains("786", StringComparison.Ordinal) || digits.Contains("666", StringComparison.Ordinal))
        {
            return UinFault.ForbiddenPattern;
        }

        if (!Verhoeff.Holds(digits))
        {
            return UinFault.Checksum;
        }

        var (first, last) = (digits[..5], digits[5..]);
        if (first.SequenceEqual(last.Reverse()))
        {
            return UinFault.MirroredHalves;
        }

        return string.Equals(first, last, StringComparison.Ordinal) ? UinFault.EqualHalves : UinFault.None;
    }

    private static bool HasThreeEven(string digits)
    {
        var run = 0;
        foreach (var digit in digits)
        {
            run = digit is '2' or '4' or '6' or '8' ? run + 1 : 0;
            if (run == 3)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasThreeEqual(string digits)
    {
        for (var i = 0; i + 2 < digits.Length; i++)
        {
            if (digits[i] == digits[i + 1] && digits[i] == digits[i + 2])
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The rules a UIN can break, in the order in which they are looked at; each names the platform's code.</summary>
public enum UinFault
{
    /// <summary>A UIN.</summary>
    None,

    /// <summary>Nothing was typed (KER-IDV-201).</summary>
    Empty,

    /// <summary>Not ten characters (KER-IDV-203).</summary>
    WrongLength,

    /// <summary>Something other than digits (KER-IDV-204).</summary>
    NotDigits,

    /// <summary>Begins with 0 or 1 (KER-IDV-206).</summary>
    FirstDigit,

    /// <summary>A sequence, repetition, three even digits or a restricted number (KER-IDV-202).</summary>
    ForbiddenPattern,

    /// <summary>The check digit does not fit (KER-IDV-205).</summary>
    Checksum,

    /// <summary>The second half is the first read backwards (KER-IDV-207).</summary>
    MirroredHalves,

    /// <summary>Both halves are the same (KER-IDV-208).</summary>
    EqualHalves,
}
