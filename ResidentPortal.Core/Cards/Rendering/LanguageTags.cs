using System.Globalization;

namespace ResidentPortal.Core.Cards.Rendering;

/// <summary>The tag of BCP 47 for a language of the record, whose codes are those of ISO 639-3.</summary>
internal static class LanguageTags
{
    private static readonly Dictionary<string, string> Tags = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.ThreeLetterISOLanguageName.Length == 3 && !culture.Name.Contains('-', StringComparison.Ordinal))
        .GroupBy(culture => culture.ThreeLetterISOLanguageName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First().TwoLetterISOLanguageName, StringComparer.OrdinalIgnoreCase);

    /// <summary>The tag, or null for what is no code of a language.</summary>
    public static string? Of(string code) => Tags.GetValueOrDefault(code);
}
