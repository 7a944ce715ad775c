using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Cards;

/// <summary>How cards are made (section <c>Cards</c>).</summary>
public sealed class CardOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cards";

    /// <summary>Whose password a card gets.</summary>
    public CardPasswordRule Password { get; set; }

    /// <summary>What the platform's rule is made of, in order (MOSIP <c>mosip.digitalcard.uincard.password</c>).</summary>
    [RegularExpression(@"(fullName|dateOfBirth|postalCode|gender)(\|(fullName|dateOfBirth|postalCode|gender))*", ErrorMessage = "must be fullName, dateOfBirth, postalCode or gender, with | between them.")]
    public string PasswordAttributes { get; set; } = "fullName|dateOfBirth";

    /// <summary>The language in which the rule takes what the record has in several (MOSIP <c>mosip.template-language</c>).</summary>
    [RegularExpression("[a-z]{3}", ErrorMessage = "must be the three letters of a language, such as eng.")]
    public string PasswordLanguage { get; set; } = "eng";
}

/// <summary>Whose password a card gets.</summary>
public enum CardPasswordRule
{
    /// <summary>The platform's, made of what is on the card: easy to tell, and easy to guess for whoever knows the person.</summary>
    Rule,

    /// <summary>Ten letters and digits at random, shown once.</summary>
    Random,
}
