namespace ResidentPortal.Core.Identifiers;

/// <summary>A Virtual ID: sixteen digits, the last a Verhoeff check digit, that stand in for a UIN. Judged as MOSIP's <c>VidValidatorImpl</c> judges.</summary>
public sealed record Vid
{
    /// <summary>How many digits a VID has.</summary>
    public const int Length = 16;

    private readonly string _digits;

    private Vid(string digits) => _digits = digits;

    /// <summary>The VID that was typed, or null and the first rule that it breaks.</summary>
    public static Vid? Parse(string? typed, out VidFault fault)
    {
        var digits = Digits.Normalize(typed);
        fault = Judge(digits);
        return fault is VidFault.None ? new Vid(digits) : null;
    }

    /// <summary>Whether the text is a VID; spaces, hyphens and the digits of any script are understood.</summary>
    public static bool TryParse(string? typed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Vid? vid)
    {
        vid = Parse(typed, out _);
        return vid is not null;
    }

    /// <summary>The sixteen digits. Everywhere else the number is masked.</summary>
    public string Reveal() => _digits;

    /// <summary>The number with all but its last four digits hidden.</summary>
    public override string ToString() => $"••••••••••••{_digits[^4..]}";

    private static VidFault Judge(string digits)
    {
        if (digits.Length == 0)
        {
            return VidFault.Empty;
        }

        if (digits.Length != Length)
        {
            return VidFault.WrongLength;
        }

        if (!Digits.AreAll(digits))
        {
            return VidFault.NotDigits;
        }

        if (digits[0] is '0' or '1' || Digits.HasSequence(digits) || Digits.HasRepeatedBlock(digits) || HasNearRepeat(digits)
            || digits.Contains("786", StringComparison.Ordinal) || digits.Contains("666", StringComparison.Ordinal))
        {
            return VidFault.ForbiddenPattern;
        }

        return Verhoeff.Holds(digits) ? VidFault.None : VidFault.Checksum;
    }

    // The same digit twice within a distance of two: 11, 1x1.
    private static bool HasNearRepeat(string digits)
    {
        for (var i = 0; i + 1 < digits.Length; i++)
        {
            if (digits[i] == digits[i + 1] || (i + 2 < digits.Length && digits[i] == digits[i + 2]))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The rules a VID can break, in the order in which they are looked at; each names the platform's code.</summary>
public enum VidFault
{
    /// <summary>A VID.</summary>
    None,

    /// <summary>Nothing was typed (KER-IDV-001).</summary>
    Empty,

    /// <summary>Not sixteen characters (KER-IDV-003).</summary>
    WrongLength,

    /// <summary>Something other than digits (KER-IDV-004).</summary>
    NotDigits,

    /// <summary>A wrong first digit, a sequence, a repetition or a restricted number (KER-IDV-002).</summary>
    ForbiddenPattern,

    /// <summary>The check digit does not fit (KER-IDV-005).</summary>
    Checksum,
}
