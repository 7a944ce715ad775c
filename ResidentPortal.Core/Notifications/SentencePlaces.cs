using System.Globalization;
using System.Text.RegularExpressions;

namespace ResidentPortal.Core.Notifications;

/// <summary>Fills the places of our own sentences (<c>{name}</c>), each once: what was filled in is never read for places again.</summary>
internal static partial class SentencePlaces
{
    /// <summary>The sentence with its places filled; one without a value is left empty, and one nobody knows stays as it is.</summary>
    public static string Fill(string sentence, IReadOnlyDictionary<string, string?> values) =>
        Place().Replace(sentence, match => values.TryGetValue(match.Groups["name"].Value, out var value) ? value ?? string.Empty : match.Value);

    /// <summary>The text on one line: a subject with a line break in it would be a header of the sender's choice.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(letter =>
        char.IsControl(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator ? ' ' : letter));

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Place();
}
