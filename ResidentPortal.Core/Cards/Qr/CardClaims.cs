namespace ResidentPortal.Core.Cards.Qr;

/// <summary>
/// What the QR code of a card says of its holder: exactly what the card itself prints in clear, in the card's language, and no photo (CWT claim 169,
/// <c>identity-data</c>).
/// </summary>
public sealed record CardClaims
{
    /// <summary>The number as it is printed: a masked UIN, a whole one, or a VID; empty where the card has none.</summary>
    public required string Id { get; init; }

    /// <summary>The language of the texts (ISO 639-3, which MOSIP's codes are).</summary>
    public required string Language { get; init; }

    /// <summary>The full name; empty where the card has none.</summary>
    public required string FullName { get; init; }

    /// <summary>The date of birth.</summary>
    public DateOnly? BornOn { get; init; }

    /// <summary>What the card prints of the date of birth, where it is not the whole of it.</summary>
    public string? BornText { get; init; }

    /// <summary>The gender.</summary>
    public CardGender? Gender { get; init; }

    /// <summary>The address, a line each.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>The e-mail address, on cards that print it.</summary>
    public string? Email { get; init; }

    /// <summary>The phone number, on cards that print it.</summary>
    public string? Phone { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(CardClaims);
}

/// <summary>A card whose signature holds and whose time is now.</summary>
public sealed record CheckedCard
{
    /// <summary>What it says of its holder.</summary>
    public required CardClaims Claims { get; init; }

    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>When it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Until when it holds.</summary>
    public required DateTimeOffset ValidUntil { get; init; }

    /// <summary>The key it is signed with.</summary>
    public required string KeyId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => nameof(CheckedCard);
}
