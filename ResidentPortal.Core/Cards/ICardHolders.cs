using ResidentPortal.Core.Identifiers;
using ResidentPortal.Core.Outcomes;
using ResidentPortal.Core.Profile;

namespace ResidentPortal.Core.Cards;

/// <summary>The identity as a card needs it (MOSIP ID repository <c>/identity/idvid</c> with <c>type=bio</c>, words of codes from master data).</summary>
public interface ICardHolders
{
    /// <summary>
    /// Everything a card prints. The biometrics are asked for only while a card is being made, and held for that moment alone. Problems:
    /// <see cref="ProfileProblems.UnknownPerson"/>, <see cref="CommonProblems.ServiceUnavailable"/>.
    /// </summary>
    Task<Outcome<CardHolder>> FindAsync(Uin uin, bool hasBiometrics, CancellationToken cancellationToken);
}

/// <summary>A person as a card prints them: texts in every language the record has, in the order of the record.</summary>
public sealed record CardHolder
{
    /// <summary>The UIN.</summary>
    public required Uin Uin { get; init; }

    /// <summary>The platform's status of the UIN: a card is made for an activated one only.</summary>
    public required IdentityStatus Status { get; init; }

    /// <summary>The full name.</summary>
    public required IReadOnlyList<LocalText> Names { get; init; }

    /// <summary>The date of birth, where the record has a whole one.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>The year of birth, where the record has one at all.</summary>
    public int? BornInYear { get; init; }

    /// <summary>The gender in words.</summary>
    public IReadOnlyList<LocalText> Genders { get; init; } = [];

    /// <summary>The gender as claim 169 numbers it.</summary>
    public CardGender? Gender { get; init; }

    /// <summary>The address, a line each.</summary>
    public IReadOnlyList<LocalLines> Addresses { get; init; } = [];

    /// <summary>The postal code, as far as the record has one.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The enrolled biometrics as CBEFF XML, or null where there are none.</summary>
    public byte[]? Biometrics { get; init; }

    /// <summary>The name in a language, or else the first the record has; null where it has none.</summary>
    public LocalText? NameIn(string language) => Names.FirstOrDefault(name => string.Equals(name.Language, language, StringComparison.OrdinalIgnoreCase)) ?? (Names.Count > 0 ? Names[0] : null);

    /// <summary>
    /// The address in a language with the postal code below, or else the first the record has: all of them would not be legible on a card. A place that gives its name to
    /// its province stands once. Null where the record has none.
    /// </summary>
    public LocalLines? AddressIn(string language)
    {
        var address = Addresses.FirstOrDefault(one => string.Equals(one.Language, language, StringComparison.OrdinalIgnoreCase)) ?? (Addresses.Count > 0 ? Addresses[0] : null);
        return address is null ? null : address with { Lines = [.. address.Lines.Append(PostalCode).OfType<string>().Distinct(StringComparer.Ordinal)] };
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(CardHolder);
}

/// <summary>A text in one language.</summary>
/// <param name="Language">MOSIP's three-letter code.</param>
/// <param name="Text">The text.</param>
public sealed record LocalText(string Language, string Text);

/// <summary>Lines of text in one language.</summary>
/// <param name="Language">MOSIP's three-letter code.</param>
/// <param name="Lines">The lines in their order, none empty.</param>
public sealed record LocalLines(string Language, IReadOnlyList<string> Lines);

/// <summary>The genders of claim 169.</summary>
public enum CardGender
{
    /// <summary>1.</summary>
    Male = 1,

    /// <summary>2.</summary>
    Female = 2,

    /// <summary>3.</summary>
    Other = 3,
}
