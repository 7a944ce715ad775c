using System.ComponentModel.DataAnnotations;
using ResidentPortal.Core.Languages;

namespace ResidentPortal.Core.Cards;

/// <summary>How cards are made (section <c>Cards</c>).</summary>
public sealed class CardOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cards";

    /// <summary>Whose password a card gets.</summary>
    public CardPasswordRule Password { get; set; }

    /// <summary>What the platform's rule is made of, in order (MOSIP <c>mosip.digitalcard.uincard.password</c>, whose bars are taken too).</summary>
    [RegularExpression(@"(fullName|dateOfBirth|postalCode|gender)([,|](fullName|dateOfBirth|postalCode|gender))*", ErrorMessage = "must be fullName, dateOfBirth, postalCode or gender, with commas between them.")]
    public string PasswordAttributes { get; set; } = "fullName,dateOfBirth";

    /// <summary>The language in which the rule takes what the record has in several (MOSIP <c>mosip.template-language</c>).</summary>
    [RegularExpression("[a-z]{3}", ErrorMessage = "must be the three letters of a language, such as eng.")]
    public string PasswordLanguage { get; set; } = "eng";

    /// <summary>Who puts the password on a file.</summary>
    public CardProtection Protection { get; set; }

    /// <summary>For how many minutes a card can be fetched after it was made, or after a link to it was sent.</summary>
    [Range(1, 15, ErrorMessage = "must be between 1 and 15 minutes.")]
    public int FetchMinutes { get; set; } = 15;

    /// <summary>For how many hours the password of a card can be shown again.</summary>
    [Range(1, 72, ErrorMessage = "must be between 1 and 72 hours.")]
    public int PasswordHours { get; set; } = 24;

    /// <summary>How many days a printed card takes; as many days after it was printed the resident may order another, whether or not the printer said that it arrived.</summary>
    [Range(1, 90, ErrorMessage = "must be between 1 and 90 days.")]
    public int OrderDays { get; set; } = 14;

    /// <summary>By which of the platform's ways a printed card is ordered.</summary>
    public CardOrderWay OrderWay { get; set; }

    /// <summary>What a printed card costs, in words, by language; left out where it costs nothing.</summary>
    public Dictionary<string, string> OrderPrice { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The authority as cards name it, by MOSIP's code of the language. The portal gives its own name.</summary>
    internal Dictionary<string, string> Authority { get; } = new(StringComparer.Ordinal);

    /// <summary>The address at which cards are checked. The portal gives it.</summary>
    internal string CheckAddress { get; set; } = string.Empty;

    /// <summary>The path before the token in a link to a card. The portal gives it.</summary>
    internal string LinkPath { get; set; } = string.Empty;

    /// <summary>What the portal tells the core of itself: how it is called, and where a card is checked and fetched.</summary>
    public void SetPortal(IReadOnlyDictionary<string, string> authority, string checkAddress, string linkPath)
    {
        foreach (var (language, name) in authority)
        {
            Authority[language] = name;
        }

        (CheckAddress, LinkPath) = (checkAddress, linkPath);
    }

    internal string AuthorityIn(Language language) => Authority.GetValueOrDefault(language.Code) ?? Authority.GetValueOrDefault(Language.English.Code) ?? string.Empty;

    internal string? PriceIn(Language language) => OrderPrice.GetValueOrDefault(language.Tag) ?? OrderPrice.GetValueOrDefault(language.Code) ?? OrderPrice.Values.FirstOrDefault();
}

/// <summary>By which of the platform's ways a printed card is ordered.</summary>
public enum CardOrderWay
{
    /// <summary>A credential request to the print partner, whose own states can be followed.</summary>
    Credential,

    /// <summary>A packet for a reprint (<c>RES_REPRINT</c>), where the operator of the platform has switched that on.</summary>
    Packet,
}

/// <summary>Who puts the password on a file.</summary>
public enum CardProtection
{
    /// <summary>The portal itself (AES-256, ISO 32000-2); the file is not signed.</summary>
    Portal,

    /// <summary>The platform's key manager, which also signs the file.</summary>
    KeyManager,
}

/// <summary>Whose password a card gets.</summary>
public enum CardPasswordRule
{
    /// <summary>The platform's, made of what is on the card: easy to tell, and easy to guess for whoever knows the person.</summary>
    Rule,

    /// <summary>Ten letters and digits at random, shown once.</summary>
    Random,
}
