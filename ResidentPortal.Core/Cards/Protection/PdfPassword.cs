using System.Globalization;
using System.Text;

namespace ResidentPortal.Core.Cards.Protection;

/// <summary>
/// The bytes of a password (ISO 32000-2, 7.6.4.3.3). The standard folds a password with SASLprep first; most readers do not. So only a password
/// that SASLprep leaves as it is may be used: every reader then derives the same bytes from it.
/// </summary>
internal static class PdfPassword
{
    private const int MaxBytes = 127;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The bytes, or an exception that says which rule the password breaks, without the password.</summary>
    public static byte[] GetBytes(string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(password);
        var bytes = StrictUtf8.GetBytes(password);
        if (bytes.Length > MaxBytes)
        {
            throw new ArgumentException($"The password is longer than {MaxBytes} bytes of UTF-8; readers drop the rest.", nameof(password));
        }

        return password.IsNormalized(NormalizationForm.FormKC) && !password.EnumerateRunes().Any(IsFoldedOrProhibited) && !IsMixedDirection(password)
            ? bytes
            : throw new ArgumentException("Readers would not agree on the bytes of this password.", nameof(password));
    }

    // RFC 3454, tables B.1 and C: mapped away or refused. Some of these code points are not of these categories, hence the ranges.
    private static bool IsFoldedOrProhibited(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator && rune.Value is not ' ')
        || rune.Value is 0x034F or 0xFFFC or 0xFFFD or (>= 0x180B and <= 0x180D) or (>= 0x2FF0 and <= 0x2FFB) or (>= 0xFE00 and <= 0xFE0F);

    // RFC 3454, section 6, on the safe side: a word in a right-to-left script must neither end in a digit nor hold another script.
    private static bool IsMixedDirection(string password) =>
        password.EnumerateRunes().Any(IsRightToLeft) && !password.EnumerateRunes().All(rune => IsRightToLeft(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark);

    private static bool IsRightToLeft(Rune rune) =>
        Rune.IsLetter(rune) && rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
