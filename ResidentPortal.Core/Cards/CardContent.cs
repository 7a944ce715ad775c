namespace ResidentPortal.Core.Cards;

/// <summary>The cards there are.</summary>
public enum CardKind
{
    /// <summary>The card of a UIN (MOSIP's e-UIN).</summary>
    Uin,

    /// <summary>The card of a VID.</summary>
    Vid,

    /// <summary>A card of chosen data.</summary>
    Personal,
}

/// <summary>All that stands on a card and its page, already in words: who draws it decides on places and sizes, not on what is said.</summary>
public sealed record CardContent
{
    /// <summary>Which card it is.</summary>
    public required CardKind Kind { get; init; }

    /// <summary>The language of all words but those of the record, as BCP 47 has it.</summary>
    public required string LanguageTag { get; init; }

    /// <summary>Whether the page runs from right to left.</summary>
    public required bool IsRightToLeft { get; init; }

    /// <summary>The title readers show for the file: never a name or a number.</summary>
    public required string Title { get; init; }

    /// <summary>The name of the authority.</summary>
    public required string Authority { get; init; }

    /// <summary>The heading of the page.</summary>
    public required string Heading { get; init; }

    /// <summary>The sentence under the heading.</summary>
    public required string Lead { get; init; }

    /// <summary>What the card calls itself, in a few letters.</summary>
    public required string KindName { get; init; }

    /// <summary>The photo of the holder as JPEG, or null.</summary>
    public byte[]? Photo { get; init; }

    /// <summary>Whether the card has a place for a photo at all.</summary>
    public bool HasPhotoPlace { get; init; } = true;

    /// <summary>What the photo shows, for those who do not see it.</summary>
    public required string PhotoMeaning { get; init; }

    /// <summary>The sentence in the photo's place where there is none.</summary>
    public required string NoPhoto { get; init; }

    /// <summary>The name, a value for each language of the record; nothing on a card of chosen data, which has it among the facts.</summary>
    public required CardField Name { get; init; }

    /// <summary>What stands in a row under the name: date of birth, gender; for a VID also type, end and uses.</summary>
    public required IReadOnlyList<CardField> Facts { get; init; }

    /// <summary>The address, a value for each line; null where the record has none.</summary>
    public CardField? Address { get; init; }

    /// <summary>The number as it is printed, in groups; masked or whole.</summary>
    public required CardField Number { get; init; }

    /// <summary>The day the card was made.</summary>
    public required CardField Issued { get; init; }

    /// <summary>The same day, for the file.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The text in the QR code; empty for a card without one.</summary>
    public required string QrText { get; init; }

    /// <summary>What the QR code is for, for those who do not see it.</summary>
    public required string QrMeaning { get; init; }

    /// <summary>How the card is checked, for its back.</summary>
    public required string Check { get; init; }

    /// <summary>Where, when and how often the page was printed, on all of it; null on a page that is not for one printer.</summary>
    public string? Watermark { get; init; }

    /// <summary>What to do with the page, in short sections.</summary>
    public required IReadOnlyList<CardAdvice> Advice { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(CardContent);
}

/// <summary>A label and what it is for; a value has a language of its own (MOSIP's code) where it comes from the record.</summary>
/// <param name="Label">The label, in the language of the card.</param>
/// <param name="Values">The values, a line each.</param>
public sealed record CardField(string Label, IReadOnlyList<LocalText> Values)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(CardField);
}

/// <summary>A section of plain advice.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Its sentences.</param>
public sealed record CardAdvice(string Title, string Text);
