using ResidentPortal.Core.Identifiers;

namespace ResidentPortal.Core.Cards;

/// <summary>The number a card is made for, as it is printed: in groups, whole or with all but the last digits hidden.</summary>
public sealed record CardNumber
{
    private const int Group = 4;

    private CardNumber(CardKind kind, string printed) => (Kind, Printed) = (kind, printed);

    /// <summary>Which card it makes.</summary>
    public CardKind Kind { get; }

    /// <summary>The digits as they are printed.</summary>
    public string Printed { get; }

    /// <summary>The type of a VID by the platform's name.</summary>
    public string? VidType { get; private init; }

    /// <summary>The last day of a VID; null where it has none.</summary>
    public DateOnly? ValidUntil { get; private init; }

    /// <summary>How many authentications a VID stands; null for any number.</summary>
    public int? Uses { get; private init; }

    /// <summary>A UIN.</summary>
    public static CardNumber Of(Uin uin, bool isMasked) => new(CardKind.Uin, Grouped(isMasked ? uin.ToString() : uin.Reveal()));

    /// <summary>A VID with what the platform says of it.</summary>
    public static CardNumber Of(Vid vid, bool isMasked, string type, DateOnly? validUntil, int? uses) =>
        new(CardKind.Vid, Grouped(isMasked ? vid.ToString() : vid.Reveal())) { VidType = type, ValidUntil = validUntil, Uses = uses };

    /// <inheritdoc/>
    public override string ToString() => nameof(CardNumber);

    private static string Grouped(string digits) => string.Join(' ', digits.Chunk(Group).Select(group => new string(group)));
}
