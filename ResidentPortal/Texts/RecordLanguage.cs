using System.Globalization;

namespace ResidentPortal.Texts;

/// <summary>How texts of the record are written: its languages have the codes of ISO 639-3, and are more than those the portal speaks.</summary>
public static class RecordLanguage
{
    private static readonly Dictionary<string, CultureInfo> Cultures = CultureInfo.GetCultures(CultureTypes.NeutralCultures)
        .Where(culture => culture.ThreeLetterISOLanguageName.Length == 3 && !culture.Name.Contains('-', StringComparison.Ordinal))
        .GroupBy(culture => culture.ThreeLetterISOLanguageName, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(twins => twins.Key, twins => twins.First(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The value of <c>lang</c>; null for a text without a language.</summary>
    public static string? Tag(string? code) => code is null ? null : Find(code)?.Name ?? code;

    /// <summary>The value of <c>dir</c>; by its letters where the language is not known.</summary>
    public static string Direction(string? code) => Find(code) is { } culture ? culture.TextInfo.IsRightToLeft ? "rtl" : "ltr" : "auto";

    /// <summary>The name of the language in the language itself.</summary>
    public static string NativeName(string code) => Find(code) is { } culture ? culture.TextInfo.ToTitleCase(culture.NativeName) : code;

    private static CultureInfo? Find(string? code) => code is null ? null : Cultures.GetValueOrDefault(code);
}
