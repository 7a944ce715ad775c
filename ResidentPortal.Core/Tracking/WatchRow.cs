using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Tracking;

/// <summary>That somebody wants to hear when a registration changes. The message goes to the registered contact alone, whoever asked.</summary>
public sealed class WatchRow
{
    [Key]
    public required Guid Id { get; init; }

    /// <summary>Hash of the RID; one watch per registration.</summary>
    [MaxLength(64)]
    public required string RidKey { get; init; }

    [MaxLength(400)]
    public required string SealedRid { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    /// <summary>The state that was told last.</summary>
    public required RegistrationState State { get; set; }

    /// <summary>The stage that was told last.</summary>
    public RegistrationStage? Stage { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When to look next; null when it is over.</summary>
    public DateTimeOffset? NextLookAt { get; set; }
}
