using System.ComponentModel.DataAnnotations;
using ResidentPortal.Core.Otp;

namespace ResidentPortal.Core.Contacts;

/// <summary>A code that was asked for to prove a contact. The code itself is the platform's; what stands here binds it to a browser or sign-in, a contact and a purpose.</summary>
public sealed class ContactCodeRow
{
    [Key]
    public required Guid Id { get; init; }

    /// <summary>Hash of what the holder has: the browser's code cookie, or the sign-in.</summary>
    [MaxLength(64)]
    public required string HolderKey { get; init; }

    public required ContactPurpose Purpose { get; init; }

    /// <summary>Hash of the contact.</summary>
    [MaxLength(64)]
    public required string ContactKey { get; init; }

    /// <summary>The contact, sealed.</summary>
    [MaxLength(600)]
    public required string SealedContact { get; init; }

    public required OtpChannel Channel { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    public required CodeState State { get; set; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many codes have been tried; reserved before the platform is asked.</summary>
    public int Tries { get; set; }

    /// <summary>Whether the contact is left alone: the answer looks the same, and nothing is sent.</summary>
    public bool IsMute { get; init; }
}

/// <summary>What a contact is proved for.</summary>
public enum ContactPurpose
{
    /// <summary>To become the new phone or e-mail of a resident.</summary>
    NewContact,

    /// <summary>To find a lost number.</summary>
    LostNumber,
}
