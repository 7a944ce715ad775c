using System.Globalization;
using System.Security.Cryptography;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// The password of a card: by the platform's rule (MOSIP <c>mosip.digitalcard.uincard.password</c>), or at random where the authority says so or where the rule gives nothing
/// that every reader takes. A name in another script and a year are such a case: readers do not agree on the bytes.
/// </summary>
public sealed record CardPassword
{
    /// <summary>The letters of passwords that are made at random, as people copy them: no 0 O 1 I L.</summary>
    internal const string Unmistakable = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private const int Taken = 4;
    private const int Shortest = 8;
    private const int RandomLength = 10;

    private CardPassword(string text, CardPasswordOrigin origin) => (Text, Origin) = (text, origin);

    /// <summary>What is typed. Shown on request, never sent with the file.</summary>
    public string Text { get; }

    /// <summary>Where it comes from.</summary>
    public CardPasswordOrigin Origin { get; }

    /// <summary>The password for a person's card.</summary>
    public static CardPassword Of(CardHolder holder, CardOptions options)
    {
        if (options.Password is CardPasswordRule.Random)
        {
            return Random(CardPasswordOrigin.Chosen);
        }

        var values = options.PasswordAttributes.Split(',', '|').Select(attribute => Value(holder, attribute, options.PasswordLanguage)).ToList();
        if (values.Any(string.IsNullOrWhiteSpace))
        {
            return Random(CardPasswordOrigin.RuleHasNoValue);
        }

        var text = string.Concat(values.Select(value => Beginning(value!))).ToUpperInvariant();
        return text.Length >= Shortest && text.All(letter => letter is >= ' ' and <= '~') ? new CardPassword(text, CardPasswordOrigin.Rule) : Random(CardPasswordOrigin.RuleGaveIllegal);
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(CardPassword);

    private static CardPassword Random(CardPasswordOrigin origin) => new(RandomNumberGenerator.GetString(Unmistakable, RandomLength), origin);

    private static string? Value(CardHolder holder, string attribute, string language) => attribute switch
    {
        "fullName" => In(holder.Names, language),
        "dateOfBirth" => (holder.BornOn?.Year ?? holder.BornInYear)?.ToString("D4", CultureInfo.InvariantCulture),
        "postalCode" => holder.PostalCode,
        "gender" => In(holder.Genders, language),
        _ => throw new ArgumentOutOfRangeException(nameof(attribute), attribute, "is not among the attributes the options allow."),
    };

    private static string? In(IReadOnlyList<LocalText> texts, string language) =>
        (texts.FirstOrDefault(text => string.Equals(text.Language, language, StringComparison.OrdinalIgnoreCase)) ?? (texts.Count > 0 ? texts[0] : null))?.Text;

    // Four letters; ABC becomes ABCA, AB becomes ABAB, A becomes AAAA.
    private static string Beginning(string value) => string.Concat(Enumerable.Repeat(value, Taken))[..Taken];
}

/// <summary>Where a password comes from.</summary>
public enum CardPasswordOrigin
{
    /// <summary>The platform's rule.</summary>
    Rule,

    /// <summary>At random, since the authority wants it so.</summary>
    Chosen,

    /// <summary>At random: the rule gives letters that readers do not agree on, or too few of them.</summary>
    RuleGaveIllegal,

    /// <summary>At random: the record lacks something the rule is made of.</summary>
    RuleHasNoValue,
}
