using System.ComponentModel.DataAnnotations;

namespace ResidentPortal.Core.Tracking;

/// <summary>That somebody wants to hear when a request changes. The message goes to the registered contact alone, whoever asked.</summary>
public sealed class WatchRow
{
    /// <summary>The purpose under which the event id of a watched act is sealed.</summary>
    internal const string ActPurpose = "watched-act";

    /// <summary>How long a request is watched.</summary>
    internal static readonly TimeSpan Life = TimeSpan.FromDays(90);

    [Key]
    public required Guid Id { get; init; }

    /// <summary>Hash of the RID or of the event id; one watch per request.</summary>
    [MaxLength(64)]
    public required string RequestKey { get; init; }

    /// <summary>The RID, sealed, or the event id, sealed for <see cref="ActPurpose"/>.</summary>
    [MaxLength(400)]
    public required string SealedNumber { get; init; }

    [MaxLength(3)]
    public required string Language { get; init; }

    /// <summary>The state of a registration that was told last.</summary>
    public required RegistrationState State { get; set; }

    /// <summary>The stage of a registration that was told last.</summary>
    public RegistrationStage? Stage { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When to look next.</summary>
    public DateTimeOffset? NextLookAt { get; set; }
}
