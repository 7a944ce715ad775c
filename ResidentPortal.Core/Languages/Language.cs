using System.Globalization;

namespace ResidentPortal.Core.Languages;

/// <summary>A language of the portal: MOSIP's three-letter code (ISO 639-3) beside the .NET culture and the direction of writing.</summary>
public sealed record Language
{
    /// <summary>English, the language of last resort.</summary>
    public static readonly Language English = new("eng", "en", "English");

    /// <summary>French.</summary>
    public static readonly Language French = new("fra", "fr", "Français");

    /// <summary>Arabic, written from right to left.</summary>
    public static readonly Language Arabic = new("ara", "ar", "العربية", isRightToLeft: true);

    /// <summary>Every language the portal has words in, in the order the language switch shows them.</summary>
    public static readonly IReadOnlyList<Language> All =
    [
        English, French, Arabic,
        new("amh", "am", "አማርኛ", isDraft: true), new("spa", "es", "Español", isDraft: true), new("hin", "hi", "हिन्दी", isDraft: true), new("kan", "kn", "ಕನ್ನಡ", isDraft: true), new("tam", "ta", "தமிழ்", isDraft: true),
    ];

    private Language(string code, string tag, string nativeName, bool isRightToLeft = false, bool isDraft = false)
    {
        Code = code;
        Tag = tag;
        NativeName = nativeName;
        IsRightToLeft = isRightToLeft;
        IsDraft = isDraft;
        Culture = CultureInfo.GetCultureInfo(tag);
    }

    /// <summary>MOSIP's code: <c>eng</c>, <c>fra</c>, <c>ara</c>.</summary>
    public string Code { get; }

    /// <summary>The tag of BCP 47, as <c>html lang</c> and the resource files have it: <c>en</c>, <c>fr</c>, <c>ar</c>.</summary>
    public string Tag { get; }

    /// <summary>The name of the language in the language itself.</summary>
    public string NativeName { get; }

    /// <summary>Whether lines run from right to left.</summary>
    public bool IsRightToLeft { get; }

    /// <summary>Whether its words still wait for a reader who was not their writer (<c>docs/translations.md</c>): offered outside development only where the deployment says so.</summary>
    public bool IsDraft { get; }

    /// <summary>The value of <c>html dir</c>.</summary>
    public string Direction => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The culture whose resource files and formats are used.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The language with this MOSIP code or BCP 47 tag (<c>ar</c>, <c>ar-EG</c>), or null where the portal has no words in it.</summary>
    public static Language? Find(string? codeOrTag)
    {
        if (string.IsNullOrWhiteSpace(codeOrTag))
        {
            return null;
        }

        var text = codeOrTag.Trim();
        var primary = text.Split('-')[0];
        return All.FirstOrDefault(language =>
            string.Equals(language.Code, text, StringComparison.OrdinalIgnoreCase) || string.Equals(language.Tag, primary, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The language of a culture; English where the portal has no words in it.</summary>
    public static Language Of(CultureInfo culture) => Find(culture.TwoLetterISOLanguageName) ?? English;

    /// <inheritdoc/>
    public override string ToString() => Code;
}
