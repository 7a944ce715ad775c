using System.Globalization;
using System.Text.RegularExpressions;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Api;

/// <summary>The rules of MOSIP's wire for values: what is missing, what is well formed. What a value means, the flows judge.</summary>
internal static partial class Inputs
{
    private const string Exact = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Whether nothing was given: missing, null or an empty text.</summary>
    public static bool IsEmpty(string? text) => string.IsNullOrEmpty(text);

    /// <summary>A time as the wire writes it: UTC, three decimals.</summary>
    public static string Stamp(DateTimeOffset at) => at.UtcDateTime.ToString(Exact, CultureInfo.InvariantCulture);

    /// <summary>Whether a text is a time of the wire: with three decimals and <c>Z</c>, or without a zone.</summary>
    public static bool IsTime(string? text) => IsExactTime(text)
        || (text is not null && LocalTime.IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    /// <summary>Whether a text is a time with three decimals and <c>Z</c>.</summary>
    public static bool IsExactTime(string? text) => text is not null && DateTime.TryParseExact(text, Exact, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>Whether a text is digits and nothing else.</summary>
    public static bool IsDigits(string? text) => text is { Length: > 0 } && text.All(char.IsAsciiDigit);

    /// <summary>The UIN or VID of a text; null where it is neither by form and checksum.</summary>
    public static IndividualId? UinOrVid(string? text) => IsDigits(text) && IndividualId.TryParse(text, out var individualId) ? individualId : null;

    /// <summary>Whether a text is a transaction id of the newer operations: ten digits.</summary>
    public static bool IsTransactionId(string? text) => IsDigits(text) && TransactionId.TryParse(text, out _);

    /// <summary>Whether a text is a code of the newer operations: six digits.</summary>
    public static bool IsOtp(string? text) => IsDigits(text) && text!.Length == 6;

    /// <summary>Whether a text is a word, in any case.</summary>
    public static bool IsWord(string? text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (string.Equals(text, word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The channel of a word (<c>PHONE</c>, <c>EMAIL</c>, in any case), or null.</summary>
    public static OtpChannel? Channel(string? word) => IsWord(word, "PHONE") ? OtpChannel.Phone : IsWord(word, "EMAIL") ? OtpChannel.Email : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?$", RegexOptions.ECMAScript, matchTimeoutMilliseconds: 100)]
    private static partial Regex LocalTime { get; }
}
