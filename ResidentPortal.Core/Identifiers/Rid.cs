using System.Globalization;

namespace ResidentPortal.Core.Identifiers;

/// <summary>
/// A registration id, called AID since MOSIP 1.2: 29 digits – centre (5), machine (5), sequence (5) and the UTC time of the packet (14). It has no check
/// digit; the time must be a real one. Judged as MOSIP's <c>RidValidatorImpl</c> judges.
/// </summary>
public sealed record Rid
{
    /// <summary>How many digits a RID has.</summary>
    public const int Length = 29;

    private readonly string _digits;

    private Rid(string digits, DateTimeOffset packedAt) => (_digits, PackedAt) = (digits, packedAt);

    /// <summary>When the packet was made, in UTC.</summary>
    public DateTimeOffset PackedAt { get; }

    /// <summary>The RID that was typed, or null and the first rule that it breaks.</summary>
    public static Rid? Parse(string? typed, out RidFault fault)
    {
        var digits = Digits.Normalize(typed);
        var packedAt = default(DateTimeOffset);
        fault = digits.Length == 0 ? RidFault.Empty
            : digits.Length != Length ? RidFault.WrongLength
            : !Digits.AreAll(digits) ? RidFault.NotDigits
            : !DateTimeOffset.TryParseExact(digits[15..], "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out packedAt) ? RidFault.Time
            : RidFault.None;
        return fault is RidFault.None ? new Rid(digits, packedAt) : null;
    }

    /// <summary>Whether the text is a RID; spaces, hyphens and the digits of any script are understood.</summary>
    public static bool TryParse(string? typed, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Rid? rid)
    {
        rid = Parse(typed, out _);
        return rid is not null;
    }

    /// <summary>How many characters a typed number has without its spaces and hyphens, to tell how many are missing.</summary>
    public static int CountDigits(string? typed) => Digits.Normalize(typed).Length;

    /// <summary>The 29 digits. Everywhere else the number is masked.</summary>
    public string Reveal() => _digits;

    /// <summary>The number with all but its last four digits hidden.</summary>
    public override string ToString() => $"•••••••••••••••••••••••••{_digits[^4..]}";
}

/// <summary>The rules a RID can break, in the order in which they are looked at; each names the platform's code.</summary>
public enum RidFault
{
    /// <summary>A RID.</summary>
    None,

    /// <summary>Nothing was typed.</summary>
    Empty,

    /// <summary>Not 29 characters (KER-IDV-304).</summary>
    WrongLength,

    /// <summary>Something other than digits (KER-IDV-301).</summary>
    NotDigits,

    /// <summary>The last 14 digits are not a real date and time (KER-IDV-305).</summary>
    Time,
}
