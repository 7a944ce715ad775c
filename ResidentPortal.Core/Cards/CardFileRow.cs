using System.ComponentModel.DataAnnotations;
using ResidentPortal.Core.Cards.Photos;

namespace ResidentPortal.Core.Cards;

/// <summary>
/// A card that was made and waits to be fetched. The file is there, sealed, until it was handed out or its time is over; the password a day longer than that, since
/// the resident opens the file afterwards.
/// </summary>
public sealed class CardFileRow
{
    /// <summary>The act that made it.</summary>
    [Key]
    [MaxLength(16)]
    public required string EventId { get; init; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    /// <summary>The UIN, sealed: a code for the link goes to its contacts.</summary>
    [MaxLength(400)]
    public required string SealedUin { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    /// <summary>The protected file, sealed once more; null after it was handed out or its time was over.</summary>
    public string? SealedFile { get; set; }

    /// <summary>The password, sealed; empty for a card that goes to the printer of a kiosk, which has none.</summary>
    [MaxLength(400)]
    public required string SealedPassword { get; init; }

    public required CardPasswordOrigin PasswordOrigin { get; init; }

    public required PhotoState Photo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when it may be fetched.</summary>
    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>Hash of the token in the link that was sent to the registered contacts, if one was.</summary>
    [MaxLength(64)]
    public string? LinkKey { get; set; }

    public DateTimeOffset? LinkSentAt { get; set; }

    public int LinksSent { get; set; }

    /// <summary>Hash of what a browser holds that opened the link and entered the code.</summary>
    [MaxLength(64)]
    public string? ProofKey { get; set; }
}
