namespace ResidentPortal.Core.Identifiers;

/// <summary>A one-time code (OTP) as the resident typed it: four to ten digits. It is a secret: it prints as nothing but its length.</summary>
public sealed record OneTimeCode
{
    private readonly string _digits;

    private OneTimeCode(string digits) => _digits = digits;

    /// <summary>Whether the text can be a code; spaces, hyphens and the digits of any script are understood.</summary>
    public static bool TryParse(string? typed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out OneTimeCode? code)
    {
        var digits = Digits.Normalize(typed);
        code = digits.Length is >= 4 and <= 10 && Digits.AreAll(digits) ? new OneTimeCode(digits) : null;
        return code is not null;
    }

    /// <summary>The digits, for the platform alone.</summary>
    public string Reveal() => _digits;

    /// <inheritdoc/>
    public override string ToString() => $"code of {_digits.Length} digits";
}
