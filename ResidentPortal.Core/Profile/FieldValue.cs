namespace ResidentPortal.Core.Profile;

/// <summary>
/// The value of one attribute of an identity, as the country's ID schema shapes it: one text without a language, or a text for each language (<c>simpleType</c>).
/// </summary>
/// <param name="Texts">The texts in the order of the record, none blank.</param>
public sealed record FieldValue(IReadOnlyList<FieldText> Texts)
{
    /// <summary>The text without a language, or null where the value has languages.</summary>
    public string? Plain => Texts is [{ Language: null } only] ? only.Text : null;

    /// <summary>A value of one text without a language.</summary>
    public static FieldValue Of(string text) => new([new FieldText(Language: null, text)]);

    /// <summary>The text in a language (MOSIP's code); the one without a language stands for all; null where there is none.</summary>
    public string? In(string language) =>
        (Texts.FirstOrDefault(text => string.Equals(text.Language, language, StringComparison.OrdinalIgnoreCase)) ?? Texts.FirstOrDefault(text => text.Language is null))?.Text;

    /// <inheritdoc/>
    public bool Equals(FieldValue? other) => other is not null && Texts.SequenceEqual(other.Texts);

    /// <inheritdoc/>
    public override int GetHashCode() => Texts.Aggregate(0, HashCode.Combine);

    /// <summary>Without the texts.</summary>
    public override string ToString() => nameof(FieldValue);
}

/// <summary>A text of an attribute.</summary>
/// <param name="Language">MOSIP's three-letter code, or null for an attribute without languages.</param>
/// <param name="Text">The text.</param>
public sealed record FieldText(string? Language, string Text)
{
    /// <summary>Without the text.</summary>
    public override string ToString() => nameof(FieldText);
}
