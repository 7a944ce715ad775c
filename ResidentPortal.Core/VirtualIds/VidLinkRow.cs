using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>A VID that the platform made by itself, waiting behind its link until it was looked at once or its time is over.</summary>
public sealed class VidLinkRow
{
    /// <summary>The act by which another VID went out of use for it: one link each.</summary>
    [Key]
    [MaxLength(16)]
    public required string EventId { get; init; }

    [MaxLength(64)]
    public required string PersonKey { get; init; }

    /// <summary>Hash of the token in the link; the token itself is in the message alone.</summary>
    [MaxLength(64)]
    public required string LinkKey { get; init; }

    /// <summary>Keyed hash of the VID: where it goes out of use, its link goes with it.</summary>
    [MaxLength(64)]
    public required string VidKey { get; init; }

    /// <summary>The VID, sealed.</summary>
    [MaxLength(400)]
    public required string SealedVid { get; init; }

    [MaxLength(64)]
    public required string VidType { get; init; }

    /// <summary>The UIN, sealed: the code at the link is asked for with it.</summary>
    [MaxLength(400)]
    public required string SealedUin { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
