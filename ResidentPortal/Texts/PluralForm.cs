using System.Globalization;

namespace ResidentPortal.Texts;

/// <summary>The plural categories of CLDR for whole numbers, as suffixes of keys: <c>otp.wrong.few</c>.</summary>
public static class PluralForm
{
    /// <summary>The form every language has.</summary>
    public const string Other = "other";

    /// <summary>All categories.</summary>
    public static readonly IReadOnlyList<string> All = ["zero", "one", "two", "few", "many", Other];

    /// <summary>The category of a number in a language.</summary>
    public static string Of(long number, CultureInfo culture) => culture.TwoLetterISOLanguageName switch
    {
        "ar" => OfArabic(Math.Abs(number)),
        "am" or "fr" or "hi" or "kn" => Math.Abs(number) is 0 or 1 ? "one" : Other,
        _ => Math.Abs(number) is 1 ? "one" : Other,
    };

    /// <summary>The categories a language uses.</summary>
    public static IReadOnlyList<string> In(CultureInfo culture) => culture.TwoLetterISOLanguageName is "ar" ? All : ["one", Other];

    private static string OfArabic(long number) => number switch
    {
        0 => "zero",
        1 => "one",
        2 => "two",
        _ when number % 100 is >= 3 and <= 10 => "few",
        _ when number % 100 >= 11 => "many",
        _ => Other,
    };
}
