using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.AuthLocks;

/// <summary>An unlock that ends by itself: the resident is reminded before, and the portal looks whether the lock came back.</summary>
public sealed class TimedUnlockRow
{
    [MaxLength(64)]
    public required string PersonKey { get; init; }

    public required AuthType Type { get; init; }

    /// <summary>The act that unlocked it.</summary>
    [MaxLength(16)]
    public required string EventId { get; set; }

    [MaxLength(400)]
    public required string SealedUin { get; set; }

    [MaxLength(3)]
    public required string Language { get; set; }

    /// <summary>When the platform locks it again.</summary>
    public required DateTimeOffset Until { get; set; }

    /// <summary>When the resident is reminded; null where it was done or the unlock is too short.</summary>
    public DateTimeOffset? RemindAt { get; set; }

    /// <summary>When to look next.</summary>
    public required DateTimeOffset NextLookAt { get; set; }

    public int Looks { get; set; }
}
