using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.VirtualIds;

/// <summary>What the portal keeps of a VID beside the platform: the resident's own word for it, and how often they looked at its digits.</summary>
public sealed class KnownVidRow
{
    [MaxLength(64)]
    public required string PersonKey { get; init; }

    /// <summary>Keyed hash of the VID.</summary>
    [MaxLength(64)]
    public required string VidKey { get; init; }

    /// <summary>The label, sealed: it tells where somebody is a customer.</summary>
    [MaxLength(400)]
    public string? SealedLabel { get; set; }

    public int TimesRevealed { get; set; }

    public DateTimeOffset? RevealedAt { get; set; }

    /// <summary>When the row was last used; a year later it is forgotten.</summary>
    public required DateTimeOffset UsedAt { get; set; }
}
