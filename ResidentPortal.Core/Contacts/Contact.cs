using System.Text.RegularExpressions;
using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Core.Contacts;

/// <summary>A phone number or an e-mail address as people type it, brought to the one form in which it is compared and sent to.</summary>
public static class Contact
{
    private const int Longest = 128;

    // A pattern is the deployer's: whatever it is, judging one contact takes no longer than this.
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether the text can be a contact of the channel; the contact is in one form, however it was typed.</summary>
    public static bool TryParse(string? typed, OtpChannel channel, ContactOptions options, out string contact)
    {
        contact = channel is OtpChannel.Phone ? Phone(typed) : Email(typed);
        return contact.Length <= Longest && Matches(contact, channel is OtpChannel.Phone ? options.PhonePattern : options.EmailPattern);
    }

    /// <summary>Whether two contacts are the same one, as the platform has them and as people type them.</summary>
    internal static bool AreSame(string? one, string? other, OtpChannel channel) =>
        one is not null && other is not null && string.Equals(Key(one, channel), Key(other, channel), StringComparison.Ordinal);

    /// <summary>The form in which contacts are compared: the case of an e-mail address says nothing.</summary>
    internal static string Key(string contact, OtpChannel channel) => channel is OtpChannel.Phone ? Phone(contact) : Email(contact).ToLowerInvariant();

    internal static bool IsPattern(string pattern)
    {
        try
        {
            _ = Regex.IsMatch(string.Empty, pattern, RegexOptions.CultureInvariant, PatternTime);
            return true;
        }
        catch (RegexParseException)
        {
            return false;
        }
    }

    private static bool Matches(string contact, string pattern)
    {
        try
        {
            return Regex.IsMatch(contact, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    // Brackets, dots and strokes between groups of digits are how people write.
    private static string Phone(string? typed) => string.Concat(Digits.Normalize(typed).Where(character => character is not ('(' or ')' or '.' or '/')));

    private static string Email(string? typed) => string.Concat((typed ?? string.Empty).Where(character => !char.IsWhiteSpace(character) && !char.IsControl(character)));
}
